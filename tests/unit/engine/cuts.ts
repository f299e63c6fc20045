/** Where a claim may be cut and where it may not. Wishes as in `cases.ts`. */
import type { Case } from './cases.ts';

export const CUTS: readonly Case[] = [
  [
    'cuts, two objects of one verb',
    "The bishop denied Marta Holm, Ruiz's candidate for the regional court, a place on the list.",
    "The bishop denied Marta Holm, Ruiz's candidate for the regional court, a place on the list",
    '!a place on the list',
  ],
  [
    'cuts, two objects of one verb',
    'The council awarded Ferrova, its oldest supplier, a contract for 40 buses.',
    'The council awarded Ferrova, its oldest supplier, a contract for 40 buses',
    '!a contract for 40 buses',
  ],
  [
    'cuts, one object and what it is',
    'The council visited Ferrova, the second-largest builder of buses.',
    'The council visited Ferrova',
  ],
  [
    'cuts, what says nothing without what follows',
    "“Pell for the last year has said things and done things that have been totally wrong, and he's gotten away with it,” Orr said.",
    'Orr: Pell for the last year has said things and done things that have been totally wrong',
  ],
  [
    'cuts, between one and the other',
    'Volo dropped the case in its May quarrel between the Chapel of Leeds and two owners of the hall.',
    '!its May quarrel between the Chapel of Leeds',
    '!quarrel between the Chapel',
  ],
  [
    'cuts, a verb that comes behind what is set in',
    'One member wrote on a blog, “I have myself, as per instructions, loaded the program and started calling the office.”',
    '!I have myself, as per instructions',
  ],
  [
    'cuts, such as',
    'Though Volo is complying with the requests to take down the film, other sites such as Trano.com have stated that they will keep hosting it.',
    'Volo is complying with the requests to take down the film',
  ],
  [
    'cuts, yet',
    'The mayor is so consumed with control of facts and secrecy yet she cannot get the basics right.',
    'The mayor is so consumed with control of facts and secrecy',
    'she cannot get the basics right',
  ],
  [
    'cuts, of what kind something is',
    '“This is not the type of campaign that we run,” Lund said.',
    'Lund: This is not the type of campaign that we run',
    '!the type of campaign that we run',
  ],
  [
    'cuts, a list of names',
    'Other groups included The Leeds Ghost Club, Doctor Moss Society of Norway, and Kling Canal Boat Guild.',
    'Other groups included The Leeds Ghost Club, Doctor Moss Society of Norway, and Kling Canal Boat Guild',
  ],
  [
    'cuts, of which of two nobody can say',
    'Lund so far has not left all the firms he listed on his tax forms that have moved jobs abroad.',
    'Lund so far has not left all the firms he listed on his tax forms that have moved jobs abroad',
    '!his tax forms that have moved jobs abroad',
  ],
  [
    'cuts, a time is nobody who does anything',
    "That is an argument voters are likely to hear in party ads this fall tying them to Lund's most daring remarks.",
    "!this fall tying them to Lund's most daring remarks",
  ],
  [
    'cuts, under one auxiliary',
    'Lawsuits have been filed, homes of members have been raided and their computers seized.',
    'homes of members have been raided and their computers seized',
    '!their computers seized',
  ],
  [
    'cuts, under one auxiliary',
    'The bridge has been closed and the council sold the boats.',
    'The bridge has been closed',
    'the council sold the boats',
  ],
  [
    'cuts, what a dash only calls something',
    'Homes of members have been raided and their computers seized -- an all-out war.',
    'Homes of members have been raided and their computers seized',
  ],
  [
    'cuts, a figure with what measures it',
    'On Friday, fishermen rescued over 700 people whose boat sank.',
    'On Friday, fishermen rescued over 700 people',
    'over 700 people whose boat sank',
  ],
  [
    'cuts, half a fixed phrase is no thing',
    'The council voted to end the debate and voted in favour of the bill, which if passed would close two schools.',
    'the bill, which if passed would close two schools',
    '!favour of the bill, which if passed would close two schools',
  ],
  [
    'cuts, only the clause a tail stands in',
    'Several clubs were there, and thousands of fans wore costumes, many of which they themselves made.',
    '^[Thousands of fans wore] costumes, many of which they themselves made',
  ],
  [
    'cuts, only the clause a tail stands in',
    'Parties are at a disadvantage in rural seats, but have an edge due to good cooperation, which has so far eluded the others.',
    '^[Parties have an edge due to] good cooperation, which has so far eluded the others',
  ],
  [
    'cuts, what is meant stands in another clause',
    'She was sent to a camp in Leeds, which the church describes as a retreat, but critics charge is a prison.',
    'She was sent to a camp in Leeds',
    '!critics charge is a prison',
  ],
  [
    'cuts, an example that did something',
    'It has gone on since the early days of forums such as leeds.talk, which posted council papers in 1994.',
    '^Leeds.talk posted council papers in 1994',
  ],
  [
    'cuts, a full name before who',
    'The minister left papers at the flat of his former wife Ada Brand who had ties to the Marsh gang.',
    '^His former wife Ada Brand had ties to the Marsh gang',
  ],
  [
    'cuts, what something is called',
    "The mayor has criticised Leda's transport watchdog, the Tramway Standards Board (TSB).",
    "^The mayor has criticised Leda's transport watchdog, the Tramway Standards Board (TSB)",
    '!the Tramway Standards Board (TSB)',
  ],
  [
    'cuts, what something is called',
    "The charges are seen as part of a drive by the mayor against the country's rich owners, the so-called barons.",
    '!the so-called barons',
  ],
  [
    'cuts, if, and only if',
    'Drivers must give details of their pay if, and only if, their passengers request it, the board said.',
    'board: Drivers must give details of their pay if, and only if, their passengers request it',
    '!their passengers request it',
  ],
  [
    'cuts, what goes on behind what was set in',
    'Norlux said it would pay £85m to settle claims, raised by the prosecutor in May, that it had rigged bids for trams.',
    'Norlux: it would pay £85m to settle claims, raised by the prosecutor in May, that it had rigged bids for trams',
    'Norlux: raised by the prosecutor in May',
  ],
  [
    'cuts, what is set between a verb and its object',
    'The bus remains, by a large margin, the cheapest way to reach the coast.',
    'The bus remains, by a large margin, the cheapest way to reach the coast',
    '!the cheapest way to reach the coast',
  ],
  [
    'cuts, how it is',
    'Family farms are either owned by the state or too small to have their land valued.',
    'Family farms are either owned by the state or too small to have their land valued',
    '!small to have their land valued',
  ],
  [
    'cuts, two words for one thing',
    'The need to repair burned and damaged houses is met by the fund.',
    'The need to repair burned and damaged houses is met by the fund',
    '!The need to repair burned',
  ],
  [
    'cuts, since, but',
    'The service has had an impressive response since its launch but the board must still explain it.',
    'The service has had an impressive response since its launch',
    'the board must still explain it',
  ],
  [
    'cuts, help somebody do',
    'The grant will help female science and engineering graduates find jobs in the north.',
    'The grant will help female science and engineering graduates find jobs in the north',
  ],
  [
    'cuts, a second figure without its noun',
    "Mothers can take up to six months' paid leave and six unpaid.",
    "Mothers can take up to six months' paid leave and six unpaid",
    '!six unpaid',
  ],
  [
    'cuts, it is so long that',
    'It is the nineteenth month in a row that the bank has not moved its rate.',
    'It is the nineteenth month in a row that the bank has not moved its rate',
    '!a row that the bank has not moved its rate',
  ],
  [
    'cuts, where, in front',
    'And where insurance is in place, the costs will be borne by firms abroad.',
    '^Where insurance is in place, the costs will be borne by firms abroad',
  ],
  [
    'cuts, two things behind a clause in front',
    'When the mill closed, Lund and Orr were in Leeds.',
    'the mill closed',
    'Lund and Orr were in Leeds',
  ],
  [
    'cuts, two things behind a clause in front',
    'As the ferry limped back to its dock on 20 January, a storm of photos and interviews seemed to tell a sad tale.',
    'a storm of photos and interviews seemed to tell a sad tale',
  ],
  [
    'cuts, what is in brackets',
    'The firm said its profits were 40m kroner (£915,000; €986,000) for the three months to December.',
    'firm: its profits were 40m kroner (£915,000; €986,000) for the three months to December',
  ],
  [
    'cuts, at so much',
    'By noon the shares were down a single penny, or 0.03%, at £32.26.',
    'By noon the shares were down a single penny, or 0.03%, at £32.26',
    '!at £32.26',
  ],
  [
    'cuts, within a name',
    'The plan was praised by the Office for Economic Growth and Trade, which argued in May that rents were too high.',
    '!Economic Growth and Trade, which argued in May that rents were too high',
  ],
  [
    'cuts, where, in a place',
    'Lund spent the war in Norway where, in a village school, she taught 40 children.',
    'Lund spent the war in Norway where, in a village school, she taught 40 children',
    '!she taught 40 children',
  ],
  [
    'cuts, set behind an and',
    'She was the first dancer of the modern age, and, in her youth, the greatest in the northern world.',
    'She was the first dancer of the modern age, and, in her youth, the greatest in the northern world',
  ],
  [
    'cuts, for some years',
    'She became director of the school in Leeds, and for some years was professor of dance in Bergen.',
    '^[She] for some years was professor of dance in Bergen',
  ],
  [
    'cuts, what it did not mean',
    'Agreeing to pay did not mean that the eighteen firms were guilty, the board added.',
    'board: Agreeing to pay did not mean that the eighteen firms were guilty',
    '!the eighteen firms were guilty',
  ],
  [
    'cuts, from one to the other',
    '“The board should change now,” said Lund, who wants it to move from “talks on request” to open talks.',
    '!it to move from “talks on request”',
  ],
];
