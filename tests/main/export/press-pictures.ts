/** Small pictures for the press tests: PNG made here, JPEG (24 × 16, a slanted gradient from red to blue) as bytes. */
import { crc32, deflateSync } from 'node:zlib';

/** @param pixel red, green, blue, alpha. */
export function png(width: number, height: number, pixel: (x: number, y: number) => readonly [number, number, number, number]): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows.set(pixel(x, y), y * (1 + width * 4) + 1 + x * 4);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const chunk = (name: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]);
}

export const baselineJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAYHBf/EACsQAAAFAwEGBgMAAAAAAAAAAAECAwQFAAYREgcIEyExMhVBQoGRoVGCov/EABYBAQEBAAAAAAAAAAAAAAAAAAYEBf/EACERAAEDBAEFAAAAAAAAAAAAAAECAwQABREhMUFRcYGR/9oADAMBAAIRAxEAPwDS3hb7dI3s3jIl6u28MSyodBQSDxT8xDIfgun5Gl2D203ZHaQUfpvUw9LpMDf0GB+6eL33e3ExLvpWNuUwunaxljkeoZDUYc9xOge1S+c2LX5D6jEjCSKRfWxWA+f1HBvqkKLLb5SQWpAC+uSU794pHCvbDTCY77QUkdwDVjs3boaYk2ka8gzC5cqlSIZqrkBERx2m6B70Ul7tNoSBr2eSM0wctAiksEI4SMQeKfIByEPIoG+QorGmQVQniypeSPFQ3CRCcWDFbAGN7PP2v//Z',
  'base64',
);
export const progressiveJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wgARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAUGBP/EABYBAQEBAAAAAAAAAAAAAAAAAAUDBP/aAAwDAQACEAMQAAAB0rnkugjYiUxw/8QAHBAAAgICAwAAAAAAAAAAAAAAAwQFBgACARMU/9oACAEBAAEFArC9tw6CabHic73Edr2xinhXw5WlCe3/xAAaEQACAwEBAAAAAAAAAAAAAAACAwABBBEj/9oACAEDAQE/AU7QEKWY9qaGJK/IZ//EABwRAAICAgMAAAAAAAAAAAAAAAEDAAQCEiEikf/aAAgBAgEBPwEUq7R1Zz5HIKc9CZ//xAAgEAACAQMEAwAAAAAAAAAAAAABAgMAESITIUFiBDNC/9oACAEBAAY/Aljicrpjex5rdw47CljeDJjbE08sfk5Mb5ivXqDoaeSZGXSH0Oa//8QAHRABAAIBBQEAAAAAAAAAAAAAAQARMSFBYaHhwf/aAAgBAQABPyHL2pVq8qUHCLu4y5QD8mMavs3XklghDe/rMdiaCGry5//aAAwDAQACAAMAAAAQD9//xAAaEQEAAgMBAAAAAAAAAAAAAAABACERMVGR/9oACAEDAQE/ED5h0GBUAxdu/Z//xAAaEQEAAgMBAAAAAAAAAAAAAAABABEhQXGB/9oACAECAQE/ECCRva5e1EVlOT//xAAeEAEAAgEFAQEAAAAAAAAAAAABABGhIUFRYYExkf/aAAgBAQABPxDXC+s/ulnGRlKFbDBTmIYX2RVroPYxVaPLL6TycIfS/qsIIXrddcNE2H6J/9k=',
  'base64',
);
export const greyJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/wAALCAAQABgBAREA/8QAFwAAAwEAAAAAAAAAAAAAAAAAAwYHBP/EACkQAAAFAgIKAwAAAAAAAAAAAAECAwQFBhEABwgSEzEyQUKCkaEVIYH/2gAIAQEAAD8ALpJV88SrptFwz9w1+LSuodBUSDtT2EQuA8i6vkcK8BnlWUZqlUkU36YdDxID37gsb3ipURn+ealWUY+gDC6dKlRIdotcBEw24Tbg/cYa70c15uYfy0bUxhdu1jrKJvULgJjDfiJuDlw4lM9kbX0NrGJFpySRetisB79o2N6w46MFFSA108k5yPdNAiUrEI5RMmO2UuAfQhyKBvIY/9k=',
  'base64',
);
export const cmykJpeg = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAGBAUGBQQGBgUGBwcGCAoQCgoJCQoUDg8MEBcUGBgXFBYWGh0lHxobIxwWFiAsICMmJykqKRkfLTAtKDAlKCko/9sAQwEHBwcKCAoTCgoTKBoWGigoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo/8AAFAgAEAAYBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAYAB//EACsQAAAGAQIEBQUBAAAAAAAAAAECAwQFEQAGBxIhMZETIkKBgggUMkGhUf/EABUBAQEAAAAAAAAAAAAAAAAAAAYF/8QAIxEAAAUDAwUAAAAAAAAAAAAAAQMEBREAAiEGEkETMXGBkf/aAA4EAQACEQMRBAAAPwApsRphuGlHUhKxybkkgpRAWRA5fDJYXz/0wm7YkldrtHSnEJWJmKo+pqqJK+I2H8wxorfxnExDKKk9MkBq1RKiRRkvQ0UK5lP1H99euaJFbqbeTgFKeRNHLG9D5ESV8gsv9wma+PCMy4DE24uRiAnHqaHuGnl5im9UkUCA3cSIeK23V2szxU4LRFM4ppEDjOAWAmHnXsFd8o7cFqtQK8N9sSSGnmL05zqk85xsR62OG5Hb5qtYpcN9syTVmy6EXGO5FjOlBu3TMqcjpKhoAv8AIvUfbLE/1EzUc20oxZwkig7CSVExjN1gUL4RKEboR6mEvYcsQNziDgnBR09szjPFVWghxsKEF5k3TiADt8pJH6hYvTkIkfzmGgDrY5Yb0jow8VOfdrKHFNIg8BRGwEw8r9gvvln/2Q==',
  'base64',
);

/** A JPEG in inks of one colour, as Adobe's programs write it (T.81; white is 255), 0…255 an ink. Only the first square says anything. */
export function flatCmykJpeg(width: number, height: number, inks: readonly [number, number, number, number]): Uint8Array {
  const segment = (marker: number, ...data: number[]) => [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255, ...data];
  const word = (value: number) => [value >> 8, value & 255];
  // Categories 0 to 11 have the codes 0000 to 1011; the end of a square is 0.
  const lengths = (at: number, count: number) => Array.from({ length: 16 }, (_, i) => (i + 1 === at ? count : 0));
  const head = [
    ...[0xff, 0xd8],
    ...segment(0xee, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0),
    ...segment(0xdb, 0, ...Array<number>(64).fill(8)),
    ...segment(0xc0, 8, ...word(height), ...word(width), 4, ...[1, 2, 3, 4].flatMap((id) => [id, 0x11, 0])),
    ...segment(0xc4, 0, ...lengths(4, 12), ...Array.from({ length: 12 }, (_, i) => i)),
    ...segment(0xc4, 0x10, ...lengths(1, 1), 0),
    ...segment(0xda, 4, ...[1, 2, 3, 4].flatMap((id) => [id, 0]), 0, 63, 0),
  ];
  let bits = '';
  const first = (value: number) => {
    const size = value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1;
    const coded = value < 0 ? value + (1 << size) - 1 : value;
    bits += `${size.toString(2).padStart(4, '0')}${size === 0 ? '' : coded.toString(2).padStart(size, '0')}0`;
  };
  const squares = Math.ceil(width / 8) * Math.ceil(height / 8);
  for (let at = 0; at < squares; at += 1) for (const ink of inks) first(at === 0 ? 255 - ink - 128 : 0);
  bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const data = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)).flatMap((byte) => (byte === 255 ? [255, 0] : [byte]));
  return Uint8Array.from([...head, ...data, 0xff, 0xd9]);
}
