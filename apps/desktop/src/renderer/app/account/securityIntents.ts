import { copyText } from "../../platform/copyText";
import { saveTextFile } from "../../platform/saveTextFile";
import type { SecurityIntents } from "../../ui/account/securityContext";
import type { Session } from "../session";

export function createSecurityIntents({ link }: Session): SecurityIntents {
  const { http } = link;
  return {
    recentActivity: () => http.request("listActivity", {}),
    listDevices: () => http.request("listDevices", {}),
    revokeDevice: (deviceId) => http.request("revokeDevice", { deviceId }),
    revokeOtherDevices: () => http.request("revokeOtherDevices", {}),
    twoFactor: () => http.request("twoFactor", {}),
    beginTwoFactor: (password) => http.request("beginTwoFactor", { password }),
    async confirmTwoFactor(code) {
      const answer = await http.request("confirmTwoFactor", { code });
      if (!answer.ok) return answer;
      await link.keepRenewed(answer.value);
      return { ok: true, value: answer.value.recoveryCodes };
    },
    async endTwoFactor(proof) {
      const answer = await http.request("endTwoFactor", { ...proof });
      if (answer.ok) await link.keepRenewed(answer.value);
      return answer;
    },
    async renewRecoveryCodes(proof) {
      const answer = await http.request("renewRecoveryCodes", { ...proof });
      return answer.ok ? { ok: true, value: answer.value.recoveryCodes } : answer;
    },
    copyText,
    saveText: saveTextFile,
  };
}
