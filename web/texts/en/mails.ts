export const mails = {
  'mails.title': 'How mails come',
  'mails.intro':
    'Every notice still shows at once on the page Notices. Here you only choose how its mail is sent; what you choose holds for new notices, and those already waiting for the daily mail still come at the hour chosen before.',
  'mails.always':
    'Mails about your account, about who may sign, check or handle sealed cases, and about the daily closing always come at once.',
  'mails.group.waits': 'Something waits for me',
  'mails.hint.waits':
    'Cases and lists that arrive or wait for a signature, supplements asked for, opinions asked for, agendas.',
  'mails.group.moved': 'My case has changed',
  'mails.hint.moved':
    'It was received, held, released, rerouted, given another form or an opinion, returned or refused.',
  'mails.group.reminders': 'Reminders',
  'mails.hint.reminders': 'Work that is due or soon due, and reports to leaders of what is overdue.',
  'mails.group.results': 'Results',
  'mails.hint.results': 'A council has met, results of your organisation are there.',
  'mails.group.news': 'Other news',
  'mails.hint.news': 'Ceremonies, opinions no longer awaited, own settings confirmed, refused or withdrawn.',
  'mails.way.now': 'A mail at once',
  'mails.way.digest': 'In one mail a day',
  'mails.way.none': 'No mail',
  'mails.hour': 'Hour of the daily mail',
  'mails.hourHint': 'Vietnamese time. One mail a day at most; none where there is nothing to tell.',
  'mails.save': 'Save how mails come',
  'mails.back': 'Back to Notices',
  'done.mailChoices': 'How mails come was saved.',
} as const;
