/** A column that names an account, whose rows go with it. */
export const toUser = (column: string, foreignKeyConstraintName: string) =>
  ({
    type: "many-to-one",
    target: "user",
    joinColumn: { name: column, foreignKeyConstraintName },
    onDelete: "CASCADE",
    nullable: false,
  }) as const;
