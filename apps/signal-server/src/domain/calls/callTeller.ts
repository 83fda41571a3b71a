import type { EndReason } from "@sightline/protocol";
import type { Notifier, Party } from "../ports";
import type { EarlySignal } from "./callRepository";
import type { CallNotice, CallSession } from "./callSession";

/** Lets two sockets of a call relay without asking the database. */
export interface CallRoutes {
  open(callId: string, caller: Party, callee: Party): void;
  close(callId: string, parties: readonly Party[]): void;
}

/** Tells the devices of a call what became of it, and passes signals to them. */
export class CallTeller {
  constructor(private readonly ports: { readonly notifier: Notifier; readonly routes: CallRoutes }) {}

  /** @param deviceName of the device that did it */
  tell(session: CallSession, notices: readonly CallNotice[], deviceName: string | null): void {
    this.route(session);
    for (const notice of notices) this.tellOne(session, notice, deviceName);
  }

  deliver(signal: EarlySignal, callId: string, to: { device: Party } | { user: string }): void {
    const { notifier } = this.ports;
    const { attempt } = signal;
    const of = { callId, ...(attempt && { attempt }) };
    if (signal.type === "description") {
      const payload = { ...of, description: signal.description };
      if ("device" in to) notifier.toDevice(to.device, "signal:description", payload);
      else notifier.toUser(to.user, "signal:description", payload);
      return;
    }
    const payload = { ...of, candidates: [...signal.candidates] };
    if ("device" in to) notifier.toDevice(to.device, "signal:candidates", payload);
    else notifier.toUser(to.user, "signal:candidates", payload);
  }

  /** The two devices that relay directly: both of an answered call, and the one that connects while it rings. */
  private route({ id, state, caller, calleeId, calleeDevice, warmDevice }: CallSession): void {
    const { routes } = this.ports;
    const device = (deviceId: string) => ({ userId: calleeId, deviceId });
    const devices = [calleeDevice, warmDevice].filter((each) => each !== null).map(device);
    routes.close(id, [caller, ...devices]);
    const bound = calleeDevice ?? warmDevice;
    if (state !== "ended" && bound !== null) routes.open(id, caller, device(bound));
  }

  private tellOne(session: CallSession, notice: CallNotice, deviceName: string | null): void {
    const { notifier } = this.ports;
    const { id: callId, caller, calleeId, calleeDevice } = session;
    if (notice.event === "accepted") {
      return notifier.toDevice(caller, "call:accepted", { callId, ...(notice.anew && { anew: true }) });
    }
    const ended: { callId: string; reason: EndReason } = { callId, reason: notice.reason };
    if (notice.to === "caller") return notifier.toDevice(caller, "call:ended", ended);
    if (notice.to === "calleeDevices") {
      // To the devices of the one person it is about, and to nobody else.
      const device = notice.butDevice !== null && deviceName !== null ? { device: deviceName } : {};
      return notifier.toUser(calleeId, "call:ended", { ...ended, ...device }, notice.butDevice ?? undefined);
    }
    if (calleeDevice) notifier.toDevice({ userId: calleeId, deviceId: calleeDevice }, "call:ended", ended);
  }
}
