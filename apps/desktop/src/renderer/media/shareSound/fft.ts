/** An in-place complex Fourier transform of a fixed power-of-two size (Cooley and Tukey, radix 2). Makes no garbage. */
export interface Fft {
  /** Transforms in place; `inverse` without the factor 1/size. */
  transform(real: Float32Array, imaginary: Float32Array, inverse?: boolean): void;
}

export function createFft(size: number): Fft {
  const cosine = Float32Array.from({ length: size / 2 }, (_, index) => Math.cos((2 * Math.PI * index) / size));
  const sine = Float32Array.from({ length: size / 2 }, (_, index) => Math.sin((2 * Math.PI * index) / size));
  const partner = bitReversal(size);

  function reorder(real: Float32Array, imaginary: Float32Array): void {
    for (let index = 0; index < size; index += 1) {
      const other = partner[index]!;
      if (other <= index) continue;
      const [re, im] = [real[index]!, imaginary[index]!];
      real[index] = real[other]!;
      imaginary[index] = imaginary[other]!;
      real[other] = re;
      imaginary[other] = im;
    }
  }

  return {
    transform(real, imaginary, inverse = false) {
      const sign = inverse ? 1 : -1;
      reorder(real, imaginary);
      for (let half = 1; half < size; half *= 2) {
        const stride = size / (2 * half);
        for (let turn = 0; turn < half; turn += 1) {
          const cos = cosine[turn * stride]!;
          const sin = sign * sine[turn * stride]!;
          for (let low = turn; low < size; low += 2 * half) {
            const high = low + half;
            const re = real[high]! * cos - imaginary[high]! * sin;
            const im = real[high]! * sin + imaginary[high]! * cos;
            real[high] = real[low]! - re;
            imaginary[high] = imaginary[low]! - im;
            real[low] = real[low]! + re;
            imaginary[low] = imaginary[low]! + im;
          }
        }
      }
    },
  };
}

/** Where each index goes when its bits are read backwards. */
function bitReversal(size: number): Uint32Array {
  const reversed = new Uint32Array(size);
  for (let index = 1; index < size; index += 1) {
    reversed[index] = (reversed[index >> 1]! >> 1) | (index & 1 ? size >> 1 : 0);
  }
  return reversed;
}
