/** The name, dotted. In the desk's language or not, it is Latin: "let it stand". */
export function StetMark() {
  return (
    <span lang="la" translate="no" className="stet-mark">
      stet
    </span>
  );
}
