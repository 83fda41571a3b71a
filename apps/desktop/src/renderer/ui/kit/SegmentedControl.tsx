import { useId } from "react";
import { classNames } from "./classNames";
import styles from "./SegmentedControl.module.css";
import text from "../styles/text.module.css";

interface SegmentedControlProps<T extends string> {
  legend: string;
  /** Show the legend beside the control rather than to screen readers only. */
  legendShown?: boolean;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** A few exclusive choices side by side: radio buttons, so arrow keys and screen readers work as everywhere. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const { legend, legendShown = false, value, options, onChange } = props;
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={legendShown ? styles.legend : text.hidden}>{legend}</legend>
      <div className={styles.track}>
        {options.map((option) => (
          <label key={option.value} className={classNames(styles.option, option.value === value && styles.chosen)}>
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
