interface Note {
  /** Seconds from the start of the round. */
  readonly at: number;
  readonly hertz: number;
  readonly seconds: number;
  /** `struck` fades like a bell, `held` keeps its strength. */
  readonly shape: "struck" | "held";
}

interface Round {
  readonly seconds: number;
  readonly loudness: number;
  readonly notes: readonly Note[];
}

const struck = (at: number, hertz: number): Note => ({ at, hertz, seconds: 1.1, shape: "struck" });

/** The ring is two notes, twice, and a pause; the ring-back is the slow tone known from European telephones. */
const rounds: Record<"incoming" | "outgoing", Round> = {
  incoming: {
    seconds: 3.6,
    loudness: 0.3,
    notes: [0, 1.1].flatMap((at) => [struck(at, 587.33), struck(at + 0.28, 880)]),
  },
  outgoing: { seconds: 5, loudness: 0.08, notes: [{ at: 0, hertz: 425, seconds: 1, shape: "held" }] },
};

/** One round of a tone as mono samples between -1 and 1, to be played in a loop; it begins and ends in silence. */
export function renderRound(direction: "incoming" | "outgoing", sampleRate: number): Float32Array<ArrayBuffer> {
  const { seconds, loudness, notes } = rounds[direction];
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (const note of notes) {
    const first = Math.round(note.at * sampleRate);
    const count = Math.round(note.seconds * sampleRate);
    for (let i = 0; i < count && first + i < samples.length; i++) {
      const t = i / sampleRate;
      const wave = Math.sin(2 * Math.PI * note.hertz * t);
      samples[first + i] = (samples[first + i] ?? 0) + loudness * envelope(note, t) * wave;
    }
  }
  return samples;
}

/** Soft edges: a tone that jumps clicks. */
function envelope({ seconds, shape }: Note, t: number): number {
  const attack = Math.min(1, t / 0.015);
  const release = Math.min(1, (seconds - t) / 0.08);
  return attack * release * (shape === "struck" ? Math.exp(-3.5 * t) : 1);
}
