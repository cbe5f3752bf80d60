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
