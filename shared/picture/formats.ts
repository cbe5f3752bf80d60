/** What a field that asks for a picture accepts (MIME types); all but the first two are made into PNG when they are taken in. */
export const pictureFormats = 'image/png,image/jpeg,image/gif,image/bmp,image/tiff';
