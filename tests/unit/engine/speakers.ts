/** Who is answerable where wire copy says it in its own ways: a spokesman by his house, a firm by its short name, speech that goes on without a cue. Written as those of `cases.ts` are. */
import type { Case } from './cases.ts';

export const SPEAKERS: readonly Case[] = [
  [
    'the name, and not the house',
    'Ferry fares have gone up, analyst Nils Falk of Garm Brandt and Sons said.',
    'Falk: Ferry fares have gone up',
  ],
  [
    'the name, and not the house',
    '"Ferry fares have gone up," said Garm Brandt analyst Nils Falk of the two routes.',
    'Falk: Ferry fares have gone up',
  ],
  [
    'the name, and not the office',
    'General manager Nils Falk gave no figure, saying two routes were under review.',
    'Falk: two routes were under review',
  ],
  [
    'two who speak together',
    'Brokers and shipping sources said the ferry had been sold in May.',
    'Brokers: the ferry had been sold in May',
    'sources: the ferry had been sold in May',
  ],
  [
    'many, whatever their letters',
    'U.S. Officials said the ferry had been sold in May.',
    'Officials: the ferry had been sold in May',
    '!U.S. Officials said the ferry had been sold in May',
  ],
  [
    'a noun that hangs on another',
    'Officials of the joint venture bank said two ships had been sold.',
    'Officials: two ships had been sold',
  ],
  [
    'what somebody says he believes',
    'Nils Falk left. A Western diplomatic observer said he believed that the ferry had been sold in May.',
    'observer: the ferry had been sold in May',
  ],
  [
    'what a firm believes, told by another',
    'Norair believes fares fell in May, its chairman said.',
    'chairman: Norair believes fares fell in May',
    '!fares fell in May',
  ],
  [
    'called again by the noun alone',
    'A senior Baltic trade official said the ferry was sold in May. The official said the buyer had paid £3m.',
    'Baltic: the buyer had paid £3m',
  ],
  [
    'called again by the noun alone',
    'Garm Evening newspaper said the ferry was sold in May. The newspaper said the buyer had paid £3m.',
    'Garm: the buyer had paid £3m',
  ],
  [
    'a firm that has spoken, beside another',
    'Halden Ferries Plc said profits rose. They beat a forecast made during a bid by Brandt Group Plc. The group said it had sold two ships.',
    'Halden: it had sold two ships',
  ],
  [
    'a firm by its short name',
    'Garm Shipping Corp said profits rose to £3m. Garm said it had sold two ships. The company said the buyer had paid £9m.',
    'Shipping: it had sold two ships',
    'Shipping: the buyer had paid £9m',
  ],
  [
    'who would be "he" from the start',
    'Nils Falk said the ferry lost £3m. Edda Ball also sold two ships in May, he added.',
    'Falk: Edda Ball also sold two ships in May',
  ],
  [
    'who speaks inside what another says',
    'Nils Falk said in May that Lars Ott had told him of the ships. "They cost £3m," he said.',
    'Falk: They cost £3m',
  ],
  [
    'the subject of what is said',
    "Brokers said Garm's Ministry of Ports and Roads, or MPR, had requested the sale in May.",
    "Brokers: Garm's Ministry of Ports and Roads, or MPR, had requested the sale in May",
  ],
  [
    'a body with two tasks',
    'The Ports and Roads Ministry said the ferry had been sold in May.',
    'Roads: the ferry had been sold in May',
  ],
  [
    'a speaker told between commas',
    'But, according to a second broker, who declined to be named, the ferry was sold in May.',
    'broker: the ferry was sold in May',
  ],
  [
    'a source in brackets',
    'The agency, quoting the Garm Gazette, said the ferry had been sold in May.',
    'Gazette: the ferry had been sold in May',
  ],
  [
    'said of another, behind the words',
    'The ferry was sold in May, the radio quoted Ana Rey as saying.',
    'Rey: The ferry was sold in May',
  ],
  [
    'said in a statement',
    'The ports ministry said in a statement two ships had been sold.',
    'ministry: two ships had been sold',
  ],
  [
    'speech that goes on',
    'Nils Falk said three ferries would be sold. A further 40 sailors would lose their jobs in May.',
    'Falk: A further 40 sailors would lose their jobs in May',
  ],
  [
    'what a bill would do is the author’s',
    'Nils Falk said three ferries had been sold. The bill would close two ports in May.',
    'The bill would close two ports in May',
  ],
  [
    'how a thing ranks is the author’s',
    'Nils Falk said three ferries had been sold. It would be the largest sale since 1990.',
    'It would be the largest sale since 1990',
  ],
  [
    'a thing that is expected is not said',
    'Nils Falk said the ministry had expected the loss and had set aside £3m.',
    'Falk: had set aside £3m',
  ],
  [
    'what he said goes on in the present',
    'Nils Falk said he has sold two ships but has not signed the papers.',
    'Falk: has not signed the papers',
  ],
  [
    'an aside that no comma closes',
    'The ferries are old, Nils K. Falk, a Garm Lines director and vice president told reporters in May.',
    'Falk: The ferries are old',
  ],
  [
    'two trades, one who is named and others',
    'In the spring, ferries were cheap, port and shipping analysts said.',
    'shipping: In the spring, ferries were cheap',
  ],
  [
    'two trades, one who is named and others',
    'Nils Falk left. The ferry cost £3m, Falk and others said.',
    'Falk: The ferry cost £3m',
  ],
  [
    'a house with a partner',
    'The ferry cost £3m, Brandt and Co Ltd shipping analyst Nils Falk said.',
    'Falk: The ferry cost £3m',
  ],
  [
    'where somebody speaks',
    'A spokesman for the Garm Harbour Office in West Berlin said two ferries had been sold.',
    'spokesman: two ferries had been sold',
  ],
  [
    'a firm that begins with a place',
    'British Printing and Paper Corp said it was sold. British Printing said the price was £3m.',
    'Printing: the price was £3m',
  ],
  [
    'a party behind the name',
    'Two ferries will be sold in May, said Nils Falk, D-Ore., chairman of the ports panel.',
    'Falk: Two ferries will be sold in May',
  ],
  [
    'what a thing is pledged for is no claim',
    'Garm Lines has pledged its shares as security for a loan of £3m, analysts said.',
    'analysts: Garm Lines has pledged its shares as security for a loan of £3m',
  ],
  [
    'who is introduced goes on to speak',
    'Lars Ott said the ferry was lost.\n\nThe rest was bought by Nils Falk, a broker from Garm who had sold ships.\n\n“I paid £3m for two ships,” he said.',
    'Falk: I paid £3m for two ships',
  ],
  [
    'who asked goes on to speak',
    'Lars Ott said the ferry was lost. Nils Falk then asked how two ships could be lost. “They cost £3m in May,” he said.',
    'Falk: They cost £3m in May',
  ],
  [
    'what is asked nobody says',
    'Nils Falk was asked by Lars Ott whether two ships would be sold in May.',
    '!two ships would be sold in May',
  ],
  [
    'where somebody is from, and what she wears',
    'Garmland state delegate Ida Moss, clad in a red coat with two badges, said the ferry had been sold in May.',
    'Moss: the ferry had been sold in May',
  ],
  [
    'when it was said',
    'Brokers said earlier this week the line had sold two ships.',
    'Brokers: the line had sold two ships',
  ],
  [
    'a label behind a dash',
    'Ferries lose money again - Nils Falk: “Two ships were sold in May. They cost £3m.”',
    'Falk: Two ships were sold in May',
    'Falk: They cost £3m',
  ],
  ['a label behind a dash', 'From the report: “Two ships were sold in May.”', 'report: Two ships were sold in May'],
  [
    'what would be said is not said',
    'Asked if the mayor would say the ships had been sold in May, Nils Falk told reporters they had cost £3m.',
    'Falk: they had cost £3m',
    '!the ships had been sold in May',
  ],
  [
    'what has come about besides is the author’s',
    'Nils Falk said he would sell the ferry, and last week the ministry sold two ships for £3m.',
    'last week the ministry sold two ships for £3m',
  ],
  [
    'a friend of another',
    'His friend Lars Ott told the site the flat was sold in May.\n\nIda Moss was lost at sea. She sold two ships in May, her friend said.',
    'friend: She sold two ships in May',
    '!Ott: She sold two ships in May',
  ],
  [
    'told after a meeting',
    'Nils Falk told reporters after a meeting with brokers the state was selling two ships.',
    'Falk: the state was selling two ships',
  ],
  [
    'what is judged is not said',
    'Nils Falk decried the mayor’s repeated calls to sell two ships.',
    '!the mayor’s repeated calls to sell two ships',
  ],
  [
    'how many, and not of what',
    'A union spokesman told Reuters about half the sailors had returned to work.',
    'spokesman: about half the sailors had returned to work',
  ],
  [
    'a body with two tasks',
    'U.S. House Ways and Means Committee Chairman Nils Falk said a tax would be needed in May.',
    'Falk: a tax would be needed in May',
  ],
  [
    'what he said goes on in the past',
    'Nils Falk said he had asked for three ships, but the number had been kept down.',
    'Falk: the number had been kept down',
  ],
  [
    'a first name of both',
    'Lars Ott left. “Ships are dear,” said Robin Falk, a broker. She added that three ships had been sold in May.',
    'Falk: three ships had been sold in May',
  ],
  [
    'whom the sentence before is about, of two who spoke',
    'Lars Ott said the stock rose. Nils Falk said it fell. Ott of Garm Lines sees another problem. He believes three ships will be sold in May.',
    'Ott: three ships will be sold in May',
  ],
  [
    'one who is not named',
    'Nils Falk, an analyst at Garm Lines, said fares rose. “Two ships were sold in May,” said the analyst who asked not to be named.',
    'analyst: Two ships were sold in May',
    '!Falk: Two ships were sold in May',
  ],
  [
    'people, and what tells which',
    'While ports are full, people who have sailed other lines say three ships could be sold.',
    'people: three ships could be sold',
  ],
  [
    'what others claim inside what is said',
    'Port sources spoke in May. The sources said fares rose. The gap to what brokers claim is needed stood at £3m, they said.',
    'sources: The gap to what brokers claim is needed stood at £3m',
  ],
  [
    'verbs that do not say',
    'The site found the post and reported it to the police in May.',
    'reported it to the police in May',
  ],
  [
    'a paper, with its article',
    '“The harbour is full,” the Growers Daily said.\n\nIt said three ships were lost in May.',
    'Growers: three ships were lost in May',
  ],
  [
    'two who speak together',
    'The port will not grow this year, brokers and the official press said.',
    'brokers: The port will not grow this year',
  ],
  [
    'what he said goes on in the past',
    'Nils Falk said the state would buy two ships, though it would close a port in May.',
    'Falk: it would close a port in May',
  ],
  [
    'an office with a capital behind the name',
    'Aurel Perik, President of the Garm Chamber of Trade, told Reuters the deal was signed. Perik said three ships were sold in May.',
    'Aurel: three ships were sold in May',
  ],
  ['verbs that do not say', 'The Garm navy attacked two ferries with missiles in May.', '=1'],
  [
    'verbs that do not say',
    'Tin rose 40 crowns, adding 3 pct to gains of 9 pct on Monday.',
    '!3 pct to gains of 9 pct',
  ],
  [
    'verbs that do not say',
    'The board declared a dividend of £3 a share in May.',
    'The board declared a dividend of £3 a share in May',
  ],
  [
    'a report that is said to be wrong',
    'Nils Falk told reporters a report in May that the ferry had been sold was incorrect.',
    'Falk: a report in May that the ferry had been sold was incorrect',
  ],
  [
    'a quotation that is opened again without a mark that closes',
    'Nils Falk said fares were too high. "Two ferries were sold in May. "The money went to the port." The port is old.',
    'Falk: Two ferries were sold in May',
    'Falk: The money went to the port',
    'The port is old',
  ],
  [
    'a mark that closes behind a space',
    '"They sold two ferries and called it \'progress,\' " Nils Falk said in May. "But the port lost £3m."',
    'Falk: the port lost £3m',
  ],
  [
    'somebody is called back, and another brought in',
    'Coach Nils Falk has recalled the experienced Ove Ball in goal and brought in Dan Moss after Lars Ott was banned for two games.',
    'Lars Ott was banned for two games',
  ],
  [
    'a rise is reported, and its cause told',
    'Norair has reported a rise in profits after cheaper fuel boosted sales.',
    'cheaper fuel boosted sales',
  ],
  [
    'done by somebody, and not said',
    'A spokeswoman said the sale was agreed by a legal adviser "in line with the rules of the port".',
    'spokeswoman: the sale was agreed by a legal adviser "in line with the rules of the port"',
  ],
  [
    'who declines to comment says nothing',
    'Nils Falk said three ferries would be sold. The ports ministry would not comment on the sale.',
    'The ports ministry would not comment on the sale',
  ],
  [
    'a clause in front ends with its comma',
    'While Nils Falk has suggested the ferry would be sold, the mayor of Garm has bought two ships.',
    'Falk: the ferry would be sold',
    'the mayor of Garm has bought two ships',
  ],
  [
    'a participle behind a noun',
    'All of the marine insurance business written in the port is placed via brokers.',
    'All of the marine insurance business written in the port is placed via brokers',
  ],
  [
    'said when, before the verb',
    'The Harbour Strategy Unit in 2003 said ferries lost £3m. Norwegian ferries were cheaper, it said.',
    'Unit: ferries lost £3m',
    'Unit: Norwegian ferries were cheaper',
  ],
  [
    'from where somebody is, between a comma and nothing',
    '"Two ferries were sold in May," Nils Falk, from the Harbour Board (HB) told the Gazette.',
    'Falk: Two ferries were sold in May',
  ],
  [
    'a paper that bears the day of the week',
    'The Sunday Courier reported that two ferries were sold in May.',
    'Sunday: two ferries were sold in May',
  ],
  [
    'an agency that is told',
    'Nils Falk told news agency Norpress two ferries were sold in May.',
    'Falk: two ferries were sold in May',
  ],
  [
    'what was told has begun before the words in quotation marks',
    'Nils Falk told the Harbour Gazette it would cost "a great deal" if two ferries were sold.',
    'Falk: it would cost "a great deal" if two ferries were sold',
  ],
  [
    'a title inside a row of capitals',
    'Marine Research Council Professor Nora Falk said two ferries were sold in May.',
    'Falk: two ferries were sold in May',
    '!Marine Research Council Professor Nora Falk said two ferries were sold in May',
  ],
  ['a lord', 'Lord Falkirk said two ferries were sold in May.', 'Lord: two ferries were sold in May'],
  [
    'called by his age',
    'Sailor Nils Falk lives in Garm. The 28-year-old said two ferries were sold in May.',
    'Falk: two ferries were sold in May',
  ],
  [
    'a second "that" in a sentence of its own',
    'Nils Falk claims two ferries were sold in May. And that in June he lost £3m.',
    'Falk: in June he lost £3m',
  ],
  [
    'not everyone says it',
    'Not everyone is convinced the ferry will sink.',
    'Not everyone is convinced the ferry will sink',
  ],
  [
    'what a firm believes, and what it hopes besides',
    'Garm Lines lost £3m in May. Halden Ferries - whose ships are old - said it believed fares had fallen in May, and that it still owned two docks.',
    'Halden: fares had fallen in May',
    'Halden: it still owned two docks',
  ],
  [
    'a label with an office',
    'Garm Rovers manager Sir Nils Falk: "It was the best of our games in May."',
    'Falk: It was the best of our games in May',
  ],
  [
    'called by his age, beside another',
    'New coach Lars Ott trained Nils Falk. The 28-year-old sailor said two ferries were sold in May.',
    'sailor: two ferries were sold in May',
  ],
  [
    '"had" and "would" of a body',
    'The firm Halden Ferries said: "We\'d lost £3m in May and we\'d need help."',
    '^[Halden Ferries had] lost £3m in [May 2025]',
  ],
  [
    'two sums in brackets',
    'A sum of 24bn pesos ($10bn; £5bn) is set apart for ferries, the planning ministry said. It also found 12bn pesos was lost.',
    'planning: A sum of 24bn pesos ($10bn; £5bn) is set apart for ferries',
    'planning: 12bn pesos was lost',
  ],
  [
    'a name before an office that is somebody’s',
    'Palan Chidara, Norway’s ports minister, left. "Two ferries were sold. The port lost £3m," Mr Chidara said.',
    'Palan: Two ferries were sold',
  ],
  [
    'a whole name told by a later "Ms"',
    'Rhiva Beynolt of the Boat Council said fares were high. "Two ferries were sold. The port lost £3m," Ms Beynolt said.',
    'Rhiva: Two ferries were sold',
  ],
  [
    'a firm of two names',
    '"Two ferries were sold in May," added Brandt and Moss’s Sanja Mehrad.',
    'Mehrad: Two ferries were sold in May',
  ],
  [
    'a firm before an office before a name',
    '"Two ferries were sold in May," commented Norair chief executive Magnus McEven-Hall.',
    'Magnus: Two ferries were sold in May',
  ],
  [
    'a committee with two tasks',
    'There was a shortage of ships in May, the Commons ports and ferries committee added.',
    'ports: There was a shortage of ships in May',
  ],
  [
    'a ministry with three tasks',
    'A spokesman for the Department for Ports, Rivers and Lakes said two ferries were sold in May.',
    'Lakes: two ferries were sold in May',
  ],
  [
    'a figure in the government',
    'The ferries should be sold again, a senior government figure has warned.',
    'figure: The ferries should be sold again',
  ],
  [
    'another minister, and not the deputy',
    'Deputy Prime Minister Nils Falk left. The prime minister said two ferries were sold in May.',
    'prime: two ferries were sold in May',
  ],
  [
    'another minister',
    'Nils Falk, the ports minister, left. The health minister said two ferries were sold in May.',
    'health: two ferries were sold in May',
  ],
  [
    'a body called by what an officer is called',
    'Nils Falk, chief executive of Norair, left. But the Scottish Executive has insisted two ferries were sold in May.',
    'Scottish: two ferries were sold in May',
  ],
  [
    'the firm that the sentence names',
    'The regulator looked into insurance broker Norlux Group’s share deals in May, the firm has said.',
    'Norlux: The regulator looked into insurance broker Norlux Group’s share deals in May',
  ],
  [
    'whose spokesman',
    'Nils Falk left in May. Mr Falk’s spokesman said two ferries were sold in May.',
    'Nils: two ferries were sold in May',
  ],
  [
    'the one who speaks all through',
    '"We will look at the fares," chairman Nils Falk said. Since May, top clubs have seen their income rise. "Two ferries were sold in May."',
    'Falk: Two ferries were sold in May',
  ],
  [
    'what cannot speak is not followed by a speaker',
    'A spokesman said no. The aim of the law was to give a "medium range" of fines, such as community service orders.',
    'The aim of the law was to give a "medium range" of fines, such as community service orders',
  ],
  [
    'who raises a question speaks',
    'Nils Falk said the police would act. But Simon Hartig of the Boat Alliance has questioned how they will. "The rules are new. Two ferries were sold in May," he said.',
    'Hartig: Two ferries were sold in May',
  ],
  [
    'named behind his office',
    'Nils Falk said the police would act. The Attorney General, Lord Goldberg, has issued no orders. He said two ferries were sold in May.',
    'Goldberg: two ferries were sold in May',
  ],
  ['many, behind their verb', 'Two ferries were sold in May, say the Tories.', 'Tories: Two ferries were sold in May'],
  [
    'the clause that a participle hangs on',
    'It was denied at once, but the Tories remain wary, claiming two ferries were sold in May.',
    'Tories: two ferries were sold in May',
  ],
  [
    'another who is quoted behind a denial',
    'Mr Falk denied Mr Moss was paid, and before he left for Garm the mayor told reporters: "Two ferries were sold in May."',
    'mayor: Two ferries were sold in May',
  ],
  [
    'two who are named together',
    'Nils Falk and deputy Ida Moss launched a plan in May. They say two ferries were sold.',
    'Moss: two ferries were sold',
    'Nils: two ferries were sold',
  ],
  [
    'two who are named together',
    'Nils Falk and his deputy Ida Moss said two ferries were sold in May.',
    'Moss: two ferries were sold in May',
    'Nils: two ferries were sold in May',
  ],
  ['the party', 'Labour lost in May. The party says two ferries were sold.', 'Labour: two ferries were sold'],
  [
    'of which kind things are',
    'It reflects a push in May by ferry firms for boats that are like small ships.',
    'It reflects a push in May by ferry firms for boats that are like small ships',
  ],
  [
    'a programme that is told',
    'Nils Falk told BBC Radio 4’s Today programme two ferries were sold in May.',
    'Falk: two ferries were sold in May',
  ],
  [
    'a conference that is told',
    'Nils Falk told his party’s spring conference the Tories had sold two ferries.',
    'Falk: the Tories had sold two ferries',
  ],
  [
    'a controller by his name',
    'Radio 1’s controller, Andy Parfalk, said: "Two ferries were sold in May."',
    'Parfalk: Two ferries were sold in May',
  ],
  [
    'who presents a show, and not the show',
    'The host who also presents Stars In The Harbour said two ferries were sold in May.',
    'host: two ferries were sold in May',
  ],
  [
    'an office with three tasks',
    'The call was backed by Ports, Rivers and Lakes Secretary Ida Jowalt who said: "Two ferries were sold in May."',
    'Jowalt: Two ferries were sold in May',
  ],
  [
    'what the report says besides',
    'The report was drawn up by men of the Harbour Department. It also said two ferries were sold in May.',
    'report: two ferries were sold in May',
  ],
  [
    'a spokesman for somebody by his whole name',
    'Nils Falk left in May. A spokesman for Mr Falk said two ferries were sold in May.',
    'Nils: two ferries were sold in May',
  ],
  [
    'an office with two tasks',
    'The ferries should be sold again, the ports and rivers secretary has said.',
    'ports: The ferries should be sold again',
  ],
  [
    'two things, and no office',
    'The ferries joined the rescue work and the prime minister said two ferries were sold in May.',
    'prime: two ferries were sold in May',
  ],
];
