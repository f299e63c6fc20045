/** The words of letters that Stet sends. Plain text: no letter holds what was said, found or judged. */
const letters = {
  subject: 'Stet: {count, plural, one {something needs you} other {# things need you}}',
  subjectOne:
    '{kind, select, query {A question to you} others {A question on your claim} call {You are called by name} dispute {A disputed claim} stale {A fresh look is asked for} second {A second reading} assigned {Claims to check} due {An article is due} chase {Your question is due} answered {Your question was answered} other {Something needs you}}',
  greeting: '{name}, this needs you:',
  item: '{kind, select, query {A question to you} others {A question on your claim} call {You are called by name} dispute {{count, plural, one {A disputed claim} other {# disputed claims}}} stale {{count, plural, one {A claim that asks for a fresh look} other {# claims that ask for a fresh look}}} second {{count, plural, one {A second reading} other {# second readings}}} assigned {{count, plural, one {A claim to check} other {# claims to check}}} due {Due} chase {Your question, whose answer is due} answered {An answer to your question} other {Something}}: {headline}',
  restricted: 'an article kept to named people',
  more: '… and {count, number} more: {address}',
  end: 'You asked Stet for these letters. Fewer or none: {address}',
} as const;

export default letters;
