import * as asn1 from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  GeneralName,
  GeneralNames,
  id_BasicConstraints,
  id_SubjectAltName,
} from 'pkijs';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
const DAY = 86_400_000;

export type Identity = { readonly cert: string; readonly key: string };

/** A root for tests, and what makes certificates that descend from it. */
export async function makeAuthority() {
  const root = await makeKeys();
  const pem = await certify(root, root, 'A root for tests', [isAuthority()], DAY);
  return {
    pem,
    /** A certificate for a host, good until so many days from now. */
    identity: async (host: string, days = 1): Promise<Identity> => {
      const keys = await makeKeys();
      const cert = await certify(root, keys, host, [isFor(host)], days * DAY);
      return { cert, key: pemOf('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)) };
    },
  };
}

const makeKeys = () => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

async function certify(
  issuer: CryptoKeyPair,
  subject: CryptoKeyPair,
  name: string,
  extensions: Extension[],
  ms: number,
): Promise<string> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ value: extensions.length + name.length });
  certificate.issuer.typesAndValues.push(commonName('A root for tests'));
  certificate.subject.typesAndValues.push(commonName(name));
  certificate.notBefore.value = new Date(Date.now() - 30 * DAY);
  certificate.notAfter.value = new Date(Date.now() + ms);
  certificate.extensions = extensions;
  await certificate.subjectPublicKeyInfo.importKey(subject.publicKey);
  await certificate.sign(issuer.privateKey, 'SHA-256');
  return pemOf('CERTIFICATE', certificate.toSchema(true).toBER());
}

const commonName = (name: string) =>
  new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1.Utf8String({ value: name }) });

function isAuthority(): Extension {
  const constraints = new BasicConstraints({ cA: true });
  return new Extension({
    extnID: id_BasicConstraints,
    critical: true,
    extnValue: constraints.toSchema().toBER(),
    parsedValue: constraints,
  });
}

function isFor(host: string): Extension {
  const names = new GeneralNames({ names: [new GeneralName({ type: 2, value: host })] });
  return new Extension({ extnID: id_SubjectAltName, extnValue: names.toSchema().toBER(), parsedValue: names });
}

const pemOf = (label: string, bytes: ArrayBuffer): string => {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
};
