import { randomBytes } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  id_ExtKeyUsage,
  id_eContentType_TSTInfo,
  id_sha256,
  MessageImprint,
  PKIStatus,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

/*
 * Time stamps by RFC 3161: an authority signs the hash of some bytes together with the time, so that an outside witness can
 * say that they existed then. Only the hash is sent.
 */

/** Why there is no stamp, or why one does not hold; the message is for whoever asked. */
export class TimestampError extends Error {
  override name = 'TimestampError';
}

export type Stamp = {
  /** ISO instant at which the authority says that it saw the bytes. */
  readonly at: string;
  /** The name in the authority's certificate. */
  readonly by: string;
  /** Whether its certificate descends from one that was said to be trusted. */
  readonly trusted: boolean;
};

const SIGN_TIMES = '1.3.6.1.5.5.7.3.8';
const PATIENCE_MS = 30_000;
const LARGEST = 200_000;

/** Has the authority at this address stamp the bytes; returns its answer as it came (DER, an RFC 3161 response). */
export async function requestStamp(authority: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = new asn1.Integer({ valueHex: asn1Number(randomBytes(8)) });
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: id_sha256 }),
      hashedMessage: new asn1.OctetString({ valueHex: await digest(bytes) }),
    }),
    nonce,
    certReq: true,
  });
  const answer = await ask(authority, new Uint8Array(request.toSchema().toBER()));
  const { info } = read(answer);
  if (!info.nonce || !sameBytes(info.nonce.valueBlock.valueHexView, nonce.valueBlock.valueHexView))
    throw new TimestampError('The time-stamp authority has answered another request than ours.');
  await checkStamp(answer, bytes, []);
  return answer;
}

/**
 * Checks that a stamp is of these bytes, and that it was signed by a certificate that is for signing times. Where
 * certificates are given, in PEM, `trusted` says whether the signer's descends from one of them. Throws TimestampError.
 */
export async function checkStamp(answer: Uint8Array, bytes: Uint8Array, trusted: readonly string[]): Promise<Stamp> {
  const { signed, info } = read(answer);
  const data = buffer(bytes);
  const verified = await signed.verify({ signer: 0, data, extendedMode: true }).catch(() => null);
  const signer = verified?.signerCertificate;
  if (!verified?.signatureVerified || !signer) throw new TimestampError('The stamp is not one of this file.');
  if (!isForTimes(signer))
    throw new TimestampError('The stamp is signed by a certificate that is not for signing times.');
  return {
    at: info.genTime.toISOString(),
    by: nameOf(signer),
    trusted: await descends(signed, data, info.genTime, trusted),
  };
}

async function ask(authority: string, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(authority, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((cause: unknown) => {
    throw new TimestampError(`The time-stamp authority at ${authority} does not answer.`, { cause });
  });
  if (!response.ok) throw new TimestampError(`The time-stamp authority has answered with status ${response.status}.`);
  const answer = new Uint8Array(await response.arrayBuffer());
  if (answer.length > LARGEST) throw new TimestampError('What the time-stamp authority has answered is no time stamp.');
  return answer;
}

/** What an answer holds; one that refuses, or is no answer, throws. */
function read(answer: Uint8Array): { signed: SignedData; info: TSTInfo } {
  const response = parse(() => TimeStampResp.fromBER(buffer(answer)));
  const { status, timeStampToken: token } = response;
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) {
    const why = status.statusStrings?.map((text) => text.valueBlock.value).join(' ');
    throw new TimestampError(`The time-stamp authority has refused${why ? `: ${why}` : ''}.`);
  }
  return parse(() => {
    if (token?.contentType !== ContentInfo.SIGNED_DATA) throw new Error('no signed data');
    const signed = new SignedData({ schema: token.content });
    const content = signed.encapContentInfo;
    if (content.eContentType !== id_eContentType_TSTInfo || !content.eContent) throw new Error('no time in it');
    return { signed, info: TSTInfo.fromBER(content.eContent.getValue()) };
  });
}

function parse<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new TimestampError('This is no time stamp.', { cause });
  }
}

function isForTimes(certificate: Certificate): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === id_ExtKeyUsage)?.parsedValue;
  return usage instanceof ExtKeyUsage && usage.keyPurposes.includes(SIGN_TIMES);
}

const COMMON_NAME = '2.5.4.3';
function nameOf({ subject }: Certificate): string {
  const parts = subject.typesAndValues.map(({ type, value }) => ({ type, text: String(value.valueBlock.value) }));
  return parts.find(({ type }) => type === COMMON_NAME)?.text ?? parts.map(({ text }) => text).join(', ');
}

async function descends(signed: SignedData, data: ArrayBuffer, at: Date, trusted: readonly string[]): Promise<boolean> {
  if (trusted.length === 0) return false;
  const trustedCerts = trusted.flatMap(pemBlocks).map((der) => parse(() => Certificate.fromBER(der)));
  return signed.verify({ signer: 0, data, checkChain: true, checkDate: at, trustedCerts }).catch(() => false);
}

const pemBlocks = (pem: string): ArrayBuffer[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)].map(([, body]) =>
    buffer(Buffer.from(body ?? '', 'base64')),
  );

const digest = (bytes: Uint8Array): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', buffer(bytes));
/** A copy in a buffer of its own: bytes may be a view into a larger one. */
const buffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
/** Bytes as a positive number in ASN.1. */
const asn1Number = (bytes: Uint8Array): ArrayBuffer => buffer(bytes.with(0, (bytes[0] ?? 0) & 0x7f || 1));
const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
