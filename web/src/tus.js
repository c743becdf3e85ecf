// All that the upload page needs of tus-js-client.
export { Upload, isSupported } from "tus-js-client";
