import { checkNames, type Finding, type Findings } from "./checkUp";
import { gradesOf, type Verdict } from "./diagnosis";

/** What surrounds the findings. Nothing here names a person, a server or an address (R44). */
export interface ReportFacts {
  readonly product: string;
  readonly version: string;
  readonly protocol: number;
  /** Null: it did not answer. */
  readonly serverVersion: string | null;
  readonly platform: string;
  readonly system: string;
  readonly browser: string;
  readonly alwaysRelay: boolean;
  readonly online: boolean;
  /** ISO 8601. */
  readonly checkedAt: string;
}

/** What whoever runs the server wants to see of a check, as JSON text. */
export function reportOf(facts: ReportFacts, verdict: Verdict, findings: Findings): string {
  const grades = gradesOf(findings);
  const plain = ({ outcome, ms }: Finding) => ({ outcome, ms });
  const checks = checkNames.map((name) => {
    const { each } = findings[name];
    return { name, grade: grades[name], ...plain(findings[name]), ...(each ? { servers: each.map(plain) } : {}) };
  });
  return JSON.stringify({ ...facts, verdict, checks }, null, 2);
}
