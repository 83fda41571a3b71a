import { type ChangeEvent, type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useBusy } from "./useBusy";

/** What is wrong, at its field or with the form as a whole. */
export type FormErrors<Name extends string> = Partial<Record<Name | "form", string>>;

export type FormInput<Name extends string> = Readonly<Record<Name, string>>;

interface Options<Name extends string> {
  /** What the fields hold at first. */
  readonly first: FormInput<Name>;
  /** What can be said before anything is sent. */
  readonly check?: (input: FormInput<NoInfer<Name>>) => FormErrors<NoInfer<Name>>;
  /** Sends it; answers what is wrong, or nothing when all went well. */
  readonly send: (input: FormInput<NoInfer<Name>>) => Promise<FormErrors<NoInfer<Name>> | undefined>;
  /** The form has opened in place of something: the focus goes into its first field. */
  readonly takesFocus?: boolean;
}

interface FieldProps<Name> {
  readonly name: Name;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

export interface Form<Name extends string> {
  /** For the `form` element. */
  readonly props: {
    readonly ref: RefObject<HTMLFormElement | null>;
    readonly noValidate: true;
    readonly onSubmit: (event: FormEvent) => void;
  };
  /** For the `Field` of this name. */
  readonly field: (name: Name) => FieldProps<Name>;
  readonly input: FormInput<Name>;
  /** What is wrong with the form as a whole. */
  readonly message: string | undefined;
  /** It is being sent; until then it is not sent again. */
  readonly busy: boolean;
}

/**
 * A form of text fields: what they hold, what is wrong with it, and sending it. After a refusal the first field at fault
 * has the focus.
 */
export function useForm<Name extends string>(options: Options<Name>): Form<Name> {
  const { first, check, send, takesFocus = false } = options;
  const [input, setInput] = useState(first);
  const [errors, setErrors] = useState<FormErrors<Name>>({});
  const { busy, run } = useBusy();
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takesFocus) ref.current?.querySelector<HTMLElement>("input:not([hidden])")?.focus();
  }, [takesFocus]);
  // Each check makes a new object, so that the same fault twice moves the focus twice.
  useEffect(() => {
    if (Object.keys(errors).length > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      const found = check?.(input) ?? {};
      setErrors(found);
      if (Object.keys(found).length > 0) return;
      const refused = await send(input);
      if (refused) setErrors(refused);
    });
  };
  return {
    props: { ref, noValidate: true, onSubmit },
    field: (name) => ({
      name,
      value: input[name],
      error: errors[name],
      onChange: ({ target }) => setInput((before) => ({ ...before, [name]: target.value })),
    }),
    input,
    message: errors.form,
    busy,
  };
}
