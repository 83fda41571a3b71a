import { saveTextFile } from "../../platform/saveTextFile";
import type { FarewellIntents } from "../../ui/account/farewellContext";
import { done } from "../done";
import type { Session } from "../session";

export function createFarewellIntents(session: Session): FarewellIntents {
  const { http } = session.link;
  return {
    async exportData() {
      const answer = await http.request("exportData", {});
      if (!answer.ok) return answer;
      const { profile, exportedAt } = answer.value;
      const name = `sightline-${profile.username}-${exportedAt.slice(0, 10)}.json`;
      saveTextFile(name, `${JSON.stringify(answer.value, null, 2)}\n`);
      return done(answer);
    },
    async deleteAccount(shown) {
      const answer = await http.request("deleteAccount", { ...shown });
      if (answer.ok) await session.accountGone();
      return done(answer);
    },
  };
}
