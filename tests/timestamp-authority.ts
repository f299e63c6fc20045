import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import * as asn1 from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  id_BasicConstraints,
  id_ExtKeyUsage,
  id_eContentType_TSTInfo,
  PKIStatus,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

/*
 * A time-stamp authority (RFC 3161) for tests: keys and certificates of its own, made anew each time.
 */

const SIGN_TIMES = '1.3.6.1.5.5.7.3.8';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };

export type Conduct = {
  /** What its certificate is for; signing times by default. */
  readonly purpose?: string;
  /** Answers with other bytes than those asked for. */
  readonly hash?: ArrayBuffer;
  readonly nonce?: asn1.Integer;
  readonly refuses?: boolean;
  /** What it answers in place of a stamp. */
  readonly answer?: string;
  readonly status?: number;
};

export type Authority = {
  readonly url: string;
  /** The certificate that its own descends from, in PEM. */
  readonly pem: string;
  /** Bytes of every request, as it came. */
  readonly asked: Uint8Array[];
  behave(conduct: Conduct): void;
  stop(): Promise<unknown>;
};

export async function startAuthority(): Promise<Authority> {
  const makeKeys = () => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const root = { name: 'A root for tests', keys: await makeKeys() };
  const witness = { name: 'A witness for tests', keys: await makeKeys() };
  const certificates = new Map<string, Certificate>();
  const certificateFor = async (purpose: string) => {
    const made = certificates.get(purpose) ?? (await certify(root, witness, isFor(purpose)));
    certificates.set(purpose, made);
    return made;
  };
  const asked: Uint8Array[] = [];
  let conduct: Conduct = {};
  const server = createServer(async (request, response) => {
    const body = new Uint8Array(await buffer(request));
    asked.push(body);
    const certificate = await certificateFor(conduct.purpose ?? SIGN_TIMES);
    const answer =
      conduct.answer ??
      (await answerTo(TimeStampReq.fromBER(Uint8Array.from(body).buffer), witness.keys, certificate, conduct));
    response.writeHead(conduct.status ?? 200, { 'content-type': 'application/timestamp-reply' }).end(answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    pem: pemOf(await certify(root, root, isAuthority())),
    asked,
    behave: (next) => {
      conduct = next;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

type Named = { readonly name: string; readonly keys: CryptoKeyPair };

/** A certificate for the subject's key, by the issuer's, with one extension that says what it is for. */
async function certify(issuer: Named, subject: Named, extension: Extension): Promise<Certificate> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ value: 1 });
  certificate.issuer.typesAndValues.push(commonName(issuer.name));
  certificate.subject.typesAndValues.push(commonName(subject.name));
  certificate.notBefore.value = new Date(Date.now() - 86_400_000);
  certificate.notAfter.value = new Date(Date.now() + 86_400_000);
  certificate.extensions = [extension];
  await certificate.subjectPublicKeyInfo.importKey(subject.keys.publicKey);
  await certificate.sign(issuer.keys.privateKey, 'SHA-256');
  return certificate;
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
function isFor(purpose: string): Extension {
  const usage = new ExtKeyUsage({ keyPurposes: [purpose] });
  return new Extension({
    extnID: id_ExtKeyUsage,
    critical: true,
    extnValue: usage.toSchema().toBER(),
    parsedValue: usage,
  });
}

async function answerTo(
  request: TimeStampReq,
  keys: CryptoKeyPair,
  certificate: Certificate,
  { hash, nonce = request.nonce, refuses }: Conduct,
): Promise<Uint8Array> {
  if (refuses) return bytesOf(new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.rejection }) }));
  const { messageImprint } = request;
  if (hash) messageImprint.hashedMessage = new asn1.OctetString({ valueHex: hash });
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint,
    serialNumber: new asn1.Integer({ value: 7 }),
    genTime: new Date(),
    ...(nonce ? { nonce } : {}),
  });
  const content = info.toSchema().toBER();
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: id_eContentType_TSTInfo,
      eContent: new asn1.OctetString({ valueHex: content }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({
              type: '1.2.840.113549.1.9.3',
              values: [new asn1.ObjectIdentifier({ value: id_eContentType_TSTInfo })],
            }),
            new Attribute({
              type: '1.2.840.113549.1.9.4',
              values: [new asn1.OctetString({ valueHex: await crypto.subtle.digest('SHA-256', content) })],
            }),
          ],
        }),
      }),
    ],
    certificates: [certificate],
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' })],
  });
  await signed.sign(keys.privateKey, 0, 'SHA-256');
  const token = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return bytesOf(
    new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.granted }), timeStampToken: token }),
  );
}

const bytesOf = (response: TimeStampResp) => new Uint8Array(response.toSchema().toBER());
const pemOf = (certificate: Certificate): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.toSchema(true).toBER()).toString('base64')}\n-----END CERTIFICATE-----\n`;
