/** The core of the package `qrcode`, which is pure; its own types cover only the entry that also draws. */
declare module 'qrcode/lib/core/qrcode.js' {
  const qr: {
    create(text: string, options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }): { modules: { size: number; data: Uint8Array } };
  };
  export default qr;
}
