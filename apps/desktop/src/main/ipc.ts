import type { z } from "zod";
import { bridgeArguments, type BridgeChannel, type BridgeHandlers } from "../shared/bridge";
import { type AskingFrame, isOurMainFrame } from "./ourPage";

/** The part of Electron's `ipcMain` used here. */
export interface InvokeRegistry {
  handle(channel: string, listener: (event: { senderFrame: AskingFrame | null }, ...args: unknown[]) => unknown): void;
}

/**
 * Registers every channel of the bridge, and no other (R40): only the main frame of the interface is answered, and
 * only with arguments that fit the schema. Handlers never see the event object.
 */
export function registerBridge(registry: InvokeRegistry, handlers: BridgeHandlers): void {
  for (const channel of Object.keys(bridgeArguments) as BridgeChannel[]) {
    const schema: z.ZodType = bridgeArguments[channel];
    const run = handlers[channel] as (...args: unknown[]) => unknown;
    registry.handle(channel, (event, ...args) => {
      if (!isOurMainFrame(event.senderFrame)) throw new Error(`${channel}: refused sender`);
      const checked = schema.safeParse(args);
      if (!checked.success) throw new Error(`${channel}: invalid arguments`);
      return run(...(checked.data as unknown[]));
    });
  }
}

/** The part of `ipcMain` and its event that a synchronous question needs. */
export interface QuestionRegistry {
  on(channel: string, listener: (event: { senderFrame: AskingFrame | null; returnValue: unknown }) => void): void;
}

/** Answers a synchronous question of the preload; a foreign frame gets null. */
export function answerSync(registry: QuestionRegistry, channel: string, answer: () => unknown): void {
  registry.on(channel, (event) => {
    event.returnValue = isOurMainFrame(event.senderFrame) ? answer() : null;
  });
}
