import { PlainLink } from './Link.tsx';

/** One step of the way here; the last one is the page itself and has no link. */
export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

export function Breadcrumbs({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label} className="min-w-0 text-sm text-soft">
      <ol className="flex min-w-0 items-center gap-2">
        {crumbs.map((crumb, index) => (
          <li
            key={crumb.label}
            className="min-w-0 items-center gap-2 not-last:hidden not-last:shrink-0 last:flex page:not-last:flex"
          >
            {index === 0 ? null : (
              <span aria-hidden="true" className="hidden page:inline">
                /
              </span>
            )}
            {crumb.href === undefined ? (
              <span aria-current="page" className="truncate font-semibold text-ink">
                {crumb.label}
              </span>
            ) : (
              <PlainLink href={crumb.href} className="whitespace-nowrap hover:text-ink">
                {crumb.label}
              </PlainLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
