import { deflateSync, crc32 } from 'node:zlib';

type Colour = [number, number, number];

const size = 240;
/** Points a side of each pixel: edges are smoothed by sampling. */
const samples = 3;

const hsl = (hue: number, saturation: number, lightness: number): Colour => {
  const channel = (offset: number): number => {
    const k = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
};

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

/** A drawn portrait (of nobody) as a PNG: head, hair and shoulders on a plain ground. The same number gives the same picture. */
export function portrait(number: number): Buffer {
  const hue = (number * 47) % 360;
  const ground = hsl(hue, 0.38, 0.82);
  const coat = hsl((hue + 20) % 360, 0.4, 0.38);
  // Faces take the picture's own colour: nobody's looks are guessed from a name.
  const skin = hsl(hue, 0.28, 0.66);
  const hair = hsl((hue + 20) % 360, 0.3, number % 4 === 1 ? 0.5 : 0.22);
  const long = number % 3 === 0;
  const colourAt = (x: number, y: number): Colour => {
    const head = ((x - 0.5) / 0.17) ** 2 + ((y - 0.42) / 0.2) ** 2 <= 1;
    const crown = ((x - 0.5) / 0.19) ** 2 + ((y - 0.4) / 0.225) ** 2 <= 1;
    const fringe = y < 0.33 - 0.25 * (x - 0.44) ** 2;
    if (head && !fringe) return skin;
    if (crown && (fringe || y < 0.42)) return hair;
    if (long && Math.abs(x - 0.5) < 0.2 && y > 0.38 && y < 0.62 && Math.abs(x - 0.5) > 0.1) return hair;
    if (Math.abs(x - 0.5) < 0.065 && y > 0.55 && y < 0.7) return hsl(hue, 0.26, 0.6);
    if (((x - 0.5) / 0.36) ** 2 + ((y - 1.02) / 0.36) ** 2 <= 1) return coat;
    return ground;
  };
  const rows = Buffer.alloc(size * (size * 3 + 1));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0];
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const x = (column + ((sample % samples) + 0.5) / samples) / size;
        const y = (row + (Math.floor(sample / samples) + 0.5) / samples) / size;
        colourAt(x, y).forEach((part, index) => {
          sum[index] = (sum[index] ?? 0) + part;
        });
      }
      sum.forEach((part, index) => {
        rows[row * (size * 3 + 1) + 1 + column * 3 + index] = Math.round(part / samples ** 2);
      });
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array())
  ]);
}
