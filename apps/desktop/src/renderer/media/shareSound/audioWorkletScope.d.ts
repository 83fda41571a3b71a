// The global scope of an AudioWorklet (https://webaudio.github.io/web-audio-api/#AudioWorkletGlobalScope), which the
// DOM types leave out.
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
  constructor(options?: AudioWorkletNodeOptions);
  abstract process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
