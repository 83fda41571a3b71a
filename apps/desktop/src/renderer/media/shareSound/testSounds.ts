/** Synthetic sounds for tests, at any rate; amplitudes about -20 dB. Each is repeatable by its seed. */
type Sound = Float32Array;

function random(seed: number): () => number {
  // mulberry32
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mix = Math.imul(state ^ (state >>> 15), state | 1);
    mix ^= mix + Math.imul(mix ^ (mix >>> 7), mix | 61);
    return ((mix ^ (mix >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function noise(rate: number, seconds: number, seed: number, amplitude = 0.17): Sound {
  const next = random(seed);
  return Float32Array.from({ length: rate * seconds }, () => (2 * next() - 1) * amplitude);
}

export function tone(rate: number, seconds: number, hertz: number, amplitude = 0.14): Sound {
  return Float32Array.from(
    { length: rate * seconds },
    (_, at) => amplitude * Math.sin((2 * Math.PI * hertz * at) / rate),
  );
}

/** Syllables of voiced sound (a gliding pitch through three formants) and of hiss, with pauses between. */
export function speech(rate: number, seconds: number, seed: number): Sound {
  const next = random(seed);
  const between = (low: number, high: number) => low + (high - low) * next();
  const sound = new Float32Array(Math.round(rate * seconds));
  const pitch = between(95, 230);
  let at = Math.round(rate * between(0, 0.2));
  while (at < sound.length) {
    const length = Math.round(rate * between(0.08, 0.28));
    const voiced = next() < 0.75;
    syllable(sound, at, length, rate, voiced ? pitch * between(0.8, 1.25) : 0, next);
    at += length + Math.round(rate * (next() < 0.15 ? between(0.2, 0.6) : between(0.01, 0.08)));
  }
  return levelled(sound, 0.1);
}

function syllable(sound: Sound, from: number, length: number, rate: number, pitch: number, next: () => number): void {
  const glide = 0.7 + 0.6 * next();
  const formants = [300 + 500 * next(), 900 + 1300 * next(), 2300 + 700 * next()].filter((hertz) => hertz < rate / 2);
  const filters = formants.map((hertz) => resonator(hertz, 80 + hertz / 12, rate));
  let phase = 0;
  for (let at = 0; at < length && from + at < sound.length; at += 1) {
    const along = at / length;
    phase += (pitch * (1 + (glide - 1) * along) * (1 + 0.01 * (next() - 0.5))) / rate;
    const pulse = phase >= 1 ? 1 : 0;
    phase -= pulse;
    const source = pitch > 0 ? pulse + 0.02 * (next() - 0.5) : 0.3 * (next() - 0.5);
    const envelope = Math.sin(Math.PI * along) ** 0.7;
    sound[from + at] = sound[from + at]! + envelope * filters.reduce((sum, filter) => sum + filter(source), 0);
  }
}

/** Chords, a bass, and drums on a beat. With `looped` every bar is the same to the sample. */
export function music(rate: number, seconds: number, seed: number, looped = false): Sound {
  const next = random(seed);
  const beat = Math.round((rate * 60) / (90 + 50 * next()));
  const sound = new Float32Array(rate * seconds);
  const bar = 4 * beat;
  const first = new Float32Array(bar);
  for (let from = 0; from < sound.length; from += bar) {
    const part = looped && from > 0 ? first : barOf(bar, beat, rate, next);
    if (from === 0) first.set(part);
    for (let at = 0; at < bar && from + at < sound.length; at += 1) sound[from + at] = part[at]!;
  }
  return levelled(sound, 0.1);
}

function barOf(bar: number, beat: number, rate: number, next: () => number): Sound {
  const sound = new Float32Array(bar);
  const root = 55 * 2 ** (Math.floor(12 * next()) / 12);
  for (let start = 0; start < bar; start += beat) {
    const chord = [1, 2, 2 * 2 ** (next() < 0.5 ? 4 / 12 : 3 / 12), 2 * 2 ** (7 / 12), 4].map((times) => root * times);
    const phases = chord.map(() => 2 * Math.PI * next());
    for (let at = 0; at < beat && start + at < bar; at += 1) {
      const time = at / rate;
      let value = 0.5 * (next() - 0.5) * Math.exp(-time * 40);
      chord.forEach((hertz, voice) => {
        const turn = 2 * Math.PI * hertz * time + phases[voice]!;
        for (let times = 1; times <= 4; times += 1)
          value += (0.2 / times) * Math.sin(turn * times) * Math.exp(-time * 3);
      });
      sound[start + at] = value;
    }
  }
  return sound;
}

/** @param delay In samples, whole. */
export function echoOf(sound: Sound, delay: number, decibels: number): Sound {
  const gain = 10 ** (decibels / 20);
  return Float32Array.from({ length: sound.length }, (_, at) => (at >= delay ? gain * sound[at - delay]! : 0));
}

/** As a small loudspeaker or a codec would change it: a resonance and a tilt. */
export function coloured(sound: Sound, rate: number): Sound {
  const filter = resonator(rate / 9, rate / 12, rate);
  return levelled(
    sound.map((sample) => 0.5 * sample + filter(sample)),
    levelOf(sound),
  );
}

export function mixed(...sounds: readonly Sound[]): Sound {
  return Float32Array.from({ length: Math.min(...sounds.map(({ length }) => length)) }, (_, at) =>
    sounds.reduce((sum, sound) => sum + sound[at]!, 0),
  );
}

/** RMS. */
function levelOf(sound: Sound): number {
  return Math.sqrt(sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length);
}

function levelled(sound: Sound, level: number): Sound {
  const gain = level / Math.max(1e-9, levelOf(sound));
  return sound.map((sample) => gain * sample);
}

function resonator(hertz: number, width: number, rate: number): (sample: number) => number {
  const radius = Math.exp((-Math.PI * width) / rate);
  const turn = 2 * radius * Math.cos((2 * Math.PI * hertz) / rate);
  let [one, two] = [0, 0];
  return (sample) => {
    const out = (1 - radius) * sample + turn * one - radius * radius * two;
    [one, two] = [out, one];
    return out;
  };
}
