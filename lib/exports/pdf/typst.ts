import { NodeCompiler, type RenderPdfOpts } from '@myriaddreamin/typst-ts-node-compiler';

/** What a template in Typst is set from. */
export type Setting = {
  readonly template: string;
  /** By name, for `sys.inputs`: the template reads them as data. */
  readonly inputs: Readonly<Record<string, string>>;
  /** TrueType or OpenType. */
  readonly fonts: readonly Uint8Array[];
  /** A folder for what the template names; it names nothing. */
  readonly folder: string;
  /** Seconds since 1970, written into the file as when it was made: the clock is not asked. */
  readonly madeAt: number;
};

/**
 * Sets a template as a PDF, tagged and held to PDF/UA-1. The one file that knows the library: its interface changes with
 * every release, and its version is pinned.
 *
 * @throws Error where the template does not compile, or what it sets cannot be made accessible
 */
export function setPdf({ template, inputs, fonts, folder, madeAt }: Setting): Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  });
  const options: RenderPdfOpts = { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: madeAt };
  try {
    return new Uint8Array(compiler.pdf({ mainFileContent: template, inputs: { ...inputs } }, options));
  } catch (error) {
    throw new Error(`Typst: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    // What it keeps of one document helps no other.
    compiler.evictCache(0);
  }
}
