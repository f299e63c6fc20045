import type { ForeignFileDTO } from '#lib/foreign/types.ts';
import { PlainLink } from '../ui/Link.tsx';
import { ForeignFacts } from './ForeignFacts.tsx';

/** What has been brought in, each with who has checked it. */
export function ForeignList({ files }: { readonly files: readonly ForeignFileDTO[] }) {
  return (
    <ul className="border-t border-rule">
      {files.map((file) => (
        <li key={file.id} className="border-b border-rule py-3">
          <PlainLink href={`/foreign/${file.id}`} className="font-serif text-lg font-semibold wrap-anywhere">
            <span dir="auto">{file.title}</span>
          </PlainLink>
          <p dir="auto" className="text-sm wrap-anywhere">
            {file.desk}
          </p>
          <ForeignFacts file={file} />
        </li>
      ))}
    </ul>
  );
}
