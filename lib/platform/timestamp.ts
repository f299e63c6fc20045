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
import { sha256 } from './canonical.ts';

/*
 * Time stamps by RFC 3161: an authority signs the hash of some bytes together with the time, so that an outside witness can
 * say that they existed then. Only the hash is sent.
 */

/** The authority does not answer; it answers that it makes no stamp; or what there is is no stamp of these bytes. */
export type TimestampTrouble = 'silent' | 'refused' | 'wrong';

/** Why there is no stamp, or why one does not hold; the message is for whoever asked. */
export class TimestampError extends Error {
  override name = 'TimestampError';
  readonly trouble: TimestampTrouble;
  constructor(trouble: TimestampTrouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.trouble = trouble;
  }
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
export const requestStamp = async (authority: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  requestStampOfHash(authority, sha256(bytes));

/** The same by the bytes' SHA-256, in lower-case hex. Throws TimestampError. */
export async function requestStampOfHash(
  authority: string,
  hash: string,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = new asn1.Integer({ valueHex: asn1Number(randomBytes(8)) });
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: id_sha256 }),
      hashedMessage: new asn1.OctetString({ valueHex: buffer(Buffer.from(hash, 'hex')) }),
    }),
    nonce,
    certReq: true,
  });
  const answer = await ask(authority, new Uint8Array(request.toSchema().toBER()), signal);
  const { info } = read(answer);
  if (!info.nonce || !sameBytes(info.nonce.valueBlock.valueHexView, nonce.valueBlock.valueHexView))
    throw new TimestampError('wrong', 'The time-stamp authority has answered another request than ours.');
  await checkStampOfHash(answer, hash, []);
  return answer;
}

/**
 * Checks that a stamp is of these bytes, and that it was signed by a certificate that is for signing times. Where
 * certificates are given, in PEM, `trusted` says whether the signer's descends from one of them. Throws TimestampError.
 */
export const checkStamp = async (answer: Uint8Array, bytes: Uint8Array, trusted: readonly string[]): Promise<Stamp> =>
  checkStampOfHash(answer, sha256(bytes), trusted);

/** The same by the bytes' SHA-256, in lower-case hex: the bytes themselves may be gone. */
export async function checkStampOfHash(answer: Uint8Array, hash: string, trusted: readonly string[]): Promise<Stamp> {
  const { signed, info } = read(answer);
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const isOfThis = hashAlgorithm.algorithmId === id_sha256 && hexOf(hashedMessage) === hash;
  // pkijs wants to hash the bytes itself where it knows that a content is a time; what it would compare has been compared.
  signed.encapContentInfo.eContentType = ContentInfo.DATA;
  const verified = await signed.verify({ signer: 0, extendedMode: true, checkDate: info.genTime }).catch(() => null);
  const signer = verified?.signerCertificate;
  if (!isOfThis || !verified?.signatureVerified || !signer)
    throw new TimestampError('wrong', 'The stamp is not one of this file.');
  if (!isForTimes(signer))
    throw new TimestampError('wrong', 'The stamp is signed by a certificate that is not for signing times.');
  return {
    at: info.genTime.toISOString(),
    by: nameOf(signer),
    trusted: await descends(signed, info.genTime, trusted),
  };
}

async function ask(
  authority: string,
  body: Uint8Array<ArrayBuffer>,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(authority, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body,
    redirect: 'error',
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new TimestampError('silent', `The time-stamp authority at ${authority} does not answer.`, { cause });
  });
  if (!response.ok)
    throw new TimestampError('silent', `The time-stamp authority has answered with status ${response.status}.`);
  return bounded(response.body);
}

async function bounded(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > LARGEST)
      throw new TimestampError('wrong', 'What the time-stamp authority has answered is no time stamp.');
    chunks.push(chunk);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

/** What an answer holds; one that refuses, or is no answer, throws. */
function read(answer: Uint8Array): { signed: SignedData; info: TSTInfo } {
  const response = parse(() => TimeStampResp.fromBER(buffer(answer)));
  const { status, timeStampToken: token } = response;
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) {
    const why = status.statusStrings?.map((text) => text.valueBlock.value).join(' ');
    throw new TimestampError('refused', `The time-stamp authority has refused${why ? `: ${why}` : ''}.`);
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
    throw new TimestampError('wrong', 'This is no time stamp.', { cause });
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

async function descends(signed: SignedData, at: Date, trusted: readonly string[]): Promise<boolean> {
  if (trusted.length === 0) return false;
  const trustedCerts = trusted.flatMap(pemBlocks).map((der) => parse(() => Certificate.fromBER(der)));
  return signed.verify({ signer: 0, checkChain: true, checkDate: at, trustedCerts }).catch(() => false);
}

const pemBlocks = (pem: string): ArrayBuffer[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)].map(([, body]) =>
    buffer(Buffer.from(body ?? '', 'base64')),
  );

const hexOf = (octets: asn1.OctetString): string => Buffer.from(octets.valueBlock.valueHexView).toString('hex');
/** A copy in a buffer of its own: bytes may be a view into a larger one. */
const buffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
/** Bytes as a positive number in ASN.1. */
const asn1Number = (bytes: Uint8Array): ArrayBuffer => buffer(bytes.with(0, (bytes[0] ?? 0) & 0x7f || 1));
const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
