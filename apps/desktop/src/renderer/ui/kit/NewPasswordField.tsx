import { passwordFault } from "@sightline/protocol";
import type { ComponentProps } from "react";
import { useServer } from "../hooks/stores";
import { useSettled } from "../hooks/useSettled";
import { type PasswordOwner, type Strength, useStrength } from "../hooks/useStrength";
import { t } from "../strings/strings";
import text from "../styles/text.module.css";
import { classNames } from "./classNames";
import { Field } from "./Field";
import styles from "./NewPasswordField.module.css";

type Grade = "none" | "weak" | "good" | "strong";

interface NewPasswordFieldProps extends Omit<ComponentProps<typeof Field>, "type" | "autoComplete" | "below" | "hint"> {
  value: string;
  /** Whose it is: a password made of these is refused. */
  owner: PasswordOwner;
}

/** Speaks when the typing pauses, not at each letter. */
const SPEAK_AFTER_MS = 1_000;

function gradeOf(password: string, minLength: number, strength: Strength | null): { grade: Grade; words: string } {
  const { password: words } = t;
  const missing = minLength - [...password.normalize("NFC")].length;
  if (password === "") return { grade: "none", words: words.hint(minLength) };
  if (missing > 0) return { grade: "weak", words: words.missing(missing) };
  if (passwordFault(password, minLength)) return { grade: "weak", words: words.tooLong };
  if (strength === null) return { grade: "none", words: words.hint(minLength) };
  if (strength.weakness) return { grade: "weak", words: words.weak[strength.weakness] };
  return strength.score === 4 ? { grade: "strong", words: words.strong } : { grade: "good", words: words.good };
}

/** A password that is chosen anew, at sign-up, reset and change: says how good it is, in words and as a bar. */
export function NewPasswordField({ owner, value, error, ...field }: NewPasswordFieldProps) {
  const minLength = useServer((server) => server.passwordMinLength);
  const { grade, words } = gradeOf(value, minLength, useStrength(value, owner));
  const spoken = useSettled(words, SPEAK_AFTER_MS);
  return (
    <div>
      <Field
        {...field}
        value={value}
        error={error}
        hint={words}
        type="password"
        autoComplete="new-password"
        below={<span aria-hidden="true" className={classNames(styles.meter, styles[grade])} />}
      />
      <p role="status" className={text.hidden}>
        {value !== "" && !error && spoken}
      </p>
    </div>
  );
}
