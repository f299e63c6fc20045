// The `stet` command. Plain JavaScript, because an older Node could not even read the rest to say that it is too old.
import { fileURLToPath } from 'node:url';

const OLDEST = 24;

if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  process.stderr.write(
    `stet: Node ${OLDEST} or newer is needed, and this is Node ${process.versions.node}.\n` +
      'It comes with the project: run npm ci (without --omit=optional), and start Stet through npm:\n' +
      '  npm start            the server\n' +
      '  npm run -s stet --   any other command\n',
  );
  process.exit(1);
}

// Deprecations inside packages are news for whoever updates the packages, not for whoever runs Stet.
process.noDeprecation = true;
process.env.STET_ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
