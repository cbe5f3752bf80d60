/** Draws the sample's only picture, a bar chart in grey, pixel by pixel: no font and no library stand behind it. */
import { zlibSync } from 'fflate';

/** 5×7 figures, a row of bits each line. */
const figures = {
  0: '0e11131519110e',
  1: '040c040404040e',
  2: '0e11010204081f',
  3: '1f02040201110e',
  4: '02060a121f0202',
  5: '1f101e0101110e',
  6: '0608101e11110e',
  7: '1f010204080808',
  8: '0e11110e11110e',
  9: '0e11110f01020c',
  '.': '00000000000c0c',
};

function chunk(type, data) {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(
    [...type].map((letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  let crc = 0xffffffff;
  for (const byte of bytes.subarray(4, 8 + data.length)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  view.setUint32(8 + data.length, (crc ^ 0xffffffff) >>> 0);
  return bytes;
}

/** An 8-bit grey PNG of `pixels`, row by row. */
function greyPng(width, height, pixels) {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head[8] = 8;
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ];
  const png = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    png.set(part, at);
    at += part.length;
  }
  return png;
}

/** @param bars label under each bar and its value; values are written above the bars. */
export function barChart(bars, { width = 1200, height = 520 } = {}) {
  const pixels = new Uint8Array(width * height).fill(255);
  const fill = (x, y, w, h, grey) => {
    for (let row = y; row < y + h; row += 1) pixels.fill(grey, row * width + x, row * width + x + w);
  };
  const write = (text, centre, top, scale) => {
    let x = Math.round(centre - (text.length * 6 * scale) / 2);
    for (const letter of text) {
      for (let row = 0; row < 7; row += 1) {
        const bits = Number.parseInt(figures[letter].slice(row * 2, row * 2 + 2), 16);
        for (let column = 0; column < 5; column += 1) {
          if (bits & (16 >> column)) fill(x + column * scale, top + row * scale, scale, scale, 20);
        }
      }
      x += 6 * scale;
    }
  };
  const base = height - 70;
  const largest = Math.max(...bars.map(([, value]) => value));
  for (let line = 1; line <= 4; line += 1) fill(60, base - line * 92, width - 120, 2, 215);
  bars.forEach(([label, value], index) => {
    const centre = Math.round(60 + ((index + 0.5) * (width - 120)) / bars.length);
    const tall = Math.round((value / largest) * 340);
    fill(centre - 55, base - tall, 110, tall, 120 - index * 14);
    write(String(value), centre, base - tall - 40, 4);
    write(label, centre, base + 22, 4);
  });
  fill(60, base, width - 120, 4, 20);
  return greyPng(width, height, pixels);
}
