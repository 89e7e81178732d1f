// The library comes with MkDocs, as a script without types; the build knows where it lies.
declare module "lunr";
