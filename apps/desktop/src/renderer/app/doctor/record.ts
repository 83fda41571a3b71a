import type { CheckName, Finding } from "../../doctor/checkUp";

/** Runs one check and shows how it goes. */
export type RecordCheck = (name: CheckName, look: () => Promise<Finding>) => Promise<Finding>;

/** For what there is no sense in trying. */
export async function recordAs(
  record: RecordCheck,
  names: readonly CheckName[],
  outcome: Finding["outcome"],
): Promise<void> {
  await Promise.all(names.map((name) => record(name, async () => ({ outcome, ms: null }))));
}
