import type { MessageKey } from './vi.ts';

/** English texts, the second language: same keys, same placeholders (tests/unit/messages.test.ts). */
export const en = {
  // Refusals: what is wrong and how to mend it
  'refusal.BodyNotJson': 'What was sent is not valid JSON. Check its syntax and send it again.',
  'refusal.BodyTooLarge': 'What was sent is larger than 256 kB. Shorten it; files are uploaded apart.',
  'refusal.MediaTypeUnsupported':
    'This kind of content is not taken. Send it with Content-Type application/json, or use the form on the page.',
  'refusal.InputInvalid': 'Some of what was sent is not valid. Correct the marked fields and send it again.',
  'refusal.RouteNotFound': 'There is no page at this address. Check the link, or go back to the first page.',
  'refusal.MethodNotAllowed':
    'This address does not take the operation that was sent. See which it takes at /api/openapi.json.',
  'refusal.TooManyRequests': 'Too many requests in a short time. Wait a few minutes and try again.',
  'refusal.TooManyAtOnce':
    'Your machine sends too many requests at once, so this one was not taken. Wait a few seconds and send it again.',
  'refusal.ServerOverloaded':
    'The system is overloaded, so this request was not taken. Wait a few seconds and send it again.',
  'refusal.StoreBusy':
    'The system is busy and has stored nothing of this request. Wait a moment and send it again.',
  'refusal.StorageFailing':
    'The server can’t write (disk full, locked or failing), so nothing of this request was stored. Wait a few minutes and send it again; if it still fails, ask the administrator to look at the disk.',
  'refusal.TokenMissing':
    'The request carries no access token. Send one in the header “Authorization: Bearer …”.',
  'refusal.TokenMalformed':
    'The access token is malformed. Check that it was copied whole, or get a new one.',
  'refusal.TokenExpired': 'The access token has expired. Get a new one and send the request again.',
  'refusal.TokenInvalid':
    'The access token is not valid on this system. Get a new one that this system issued and send the request again.',
  'refusal.SignInNeeded': 'Nobody is signed in, or the session has ended. Sign in and do it again.',
  'refusal.SignInTooWeak':
    'This act counts as a signature and asks for a sign-in with two factors. Sign in again with your second factor, then do it again.',
  'refusal.FormExpired':
    'The form has expired, and nothing was recorded. If what was typed is still on the page, read it and send it if it is yours; if not, reload the page.',
  'refusal.ActNotYours':
    'This is done by another post. Pass it to whoever holds that post, or ask the administrator to check the posts on record.',
  'refusal.PostEnded':
    'The post under which this may be done has ended or has not begun. Pass it to whoever holds the post now, or ask the administrator to update it.',
  'refusal.ConflictOfInterest':
    'Nobody handles a case of their own or their household, or one they proposed, and nobody decides a case they appraised. Pass it to somebody else.',
  'refusal.RevealNeedsReason':
    'Reading a sealed case needs a reason. Enter the reason and read on; the reading is written into the history.',
  'refusal.CaseNotFound':
    'There is no such case among those you may read. Check the link, or ask the organisation that entered it.',
  'refusal.ListNotFound':
    'There is no such list among those you may read. Check the link, or ask the organisation that keeps it.',
  'refusal.PastDecisionNotFound':
    'There is no such imported decision that you may read. Check the link, or ask the office that imported it.',
  'refusal.PastDecisionDoubled':
    'Decision {number} of {day} of this authority was imported before. Open that one to read or correct it; if it was imported by mistake, withdraw it first.',
  'refusal.PastDecisionWithdrawn':
    'This decision was withdrawn, or is not imported to its end: single rows can’t be corrected. Import it again if need be.',
  'refusal.PastIdentityOpen':
    'Rows equal a known subject or another row by name and birth year. Answer “the same” or “a namesake” for each of them.',
  'refusal.CeremonyNotFound':
    'There is no such ceremony. Check the link, or ask the organisation that hosts it.',
  'refusal.RoundNotFound': 'There is no such round. Choose a round that is open.',
  'refusal.SubjectNotFound':
    'There is no such individual, collective or household. Choose one of the suggestions, or enter a new one.',
  'refusal.SlipNotFound':
    'This proposal slip was not found among those that you may see. Check the link, or ask the office that received it.',
  'refusal.SlipLinkNotFound':
    'This link takes no proposal slips in: it was renewed, closed, or copied incompletely. Scan the QR code of the newest notice, or ask the ward’s People’s Committee.',
  'refusal.SlipsClosed':
    'This round took proposal slips in until {day}. Ask the ward’s People’s Committee about the next round.',
  'refusal.SlipsFull':
    'This link has taken in as many slips as it may today. Keep what you have written and send it tomorrow, or see the ward’s officer.',
  'refusal.SlipLinkShown':
    'The link for slips is shown once, and this request was carried out already. If it was neither printed nor copied, choose “Renew the link”.',
  'refusal.SlipSettled':
    'This proposal slip has been settled, or its words were erased. Open it again to see by whom and how.',
  'refusal.SlipNotMergeable':
    'A slip can be merged into a draft of your own office that has not been sent, or into another slip that waits. Choose again.',
  'refusal.PublicCodeNotFound':
    'No case bears this code. Check each character against the code on the page of the case.',
  'refusal.FileNotFound': 'There is no such file. Open the case or list again for a new link.',
  'refusal.OrganisationUnknown':
    'This organisation does not exist, or does not exist on this day. Choose one from the directory.',
  'refusal.OrganisationForeign':
    'This cannot be done for another organisation. Choose the organisation you work at, or a person of the organisation that holds the case.',
  'refusal.IdempotencyKeyMissing':
    'The request has no key against doubled sending. Add the header Idempotency-Key, with a new value for each act.',
  'refusal.IdempotencyKeyReused':
    'This key against doubled sending was used with another body. Use a new key for a new body.',
  'refusal.IfMatchMissing':
    'The edit does not say which version was seen. Read the case again and send If-Match with its ETag.',
  'refusal.EditStale':
    'Somebody changed this after the page was opened. Reload the page, compare, and edit again.',
  'refusal.CaseMovedOn':
    'The case no longer stands where this may be done. Reload the page to see what happened to it.',
  'refusal.CaseIsMoving':
    'The case is moving to its next step. Wait a moment, reload the page and do it again.',
  'refusal.ListMovedOn':
    'The list is no longer in a state in which this may be done. Reload the page to see its state.',
  'refusal.AwardNotOpenInRound':
    'This round does not take the chosen award form. Choose another form, or another round.',
  'refusal.RoundNotOpen':
    'The round takes nominations from {opensOn}. The draft is kept; submit it from that day on.',
  'refusal.ClosingDayPassed':
    'The round has closed (closing day {closingDay}). Ask the round’s owner to admit it late with a reason, or choose a later round.',
  'refusal.SubjectKindNotEligible':
    'This award form is not for this kind of subject. Choose one for individuals, collectives or households, as it fits.',
  'refusal.DateOrderWrong': 'The achievement ends before it begins. Correct one of the two days.',
  'refusal.NominationIncomplete':
    'The case lacks something it needs. Fill in the marked fields and submit it again.',
  'refusal.AchievementAlreadyNominated':
    'This subject has a nomination in the round for an achievement of an overlapping time (from {from} to {to}). If this is another achievement, say so with a reason when submitting; if not, correct the dates or withdraw one of the two.',
  'refusal.LinkedNominationOpen':
    'This achievement is put to another level at the same time ({otherForm}), which has not decided yet. Wait for its result, or withdraw the nomination there first.',
  'refusal.LinkedNominationAwarded':
    'This achievement was awarded at another level ({otherForm}) and is not awarded again here. Record this case as not awarded, or withdraw it.',
  'refusal.IdentityQuestionOpen':
    'There are subjects of like name and birth year. Look at each, answer “same” or “namesake”, and submit again.',
  'refusal.RouteUnresolvable':
    'No route was found for this case: either no rule applies, or at some step there is not exactly one organisation that serves the area. Ask the administrator to check the directory and the rules in force.',
  'refusal.SupplementFieldNotAsked':
    'Only fields that the supplement asked for may change. Leave the marked fields as they were and send it again.',
  'refusal.RuleForbids':
    'The case doesn’t meet the rules yet. Read each rule that is named, mend it as it says, and try again.',
  'refusal.RuleNeedsReason':
    'The rules ask you to consider something. Read each one that is named; to go on all the same, give the reason.',
  'refusal.LawNotLighter':
    'The law of today is in nothing more favourable to this case than that of its receipt, so another can’t be chosen. Go on with the appraisal.',
  'refusal.WithdrawalTooLate':
    'A letter that carries this case was signed, so it cannot be withdrawn. Ask the organisation that holds the case.',
  'refusal.FileTooLarge': 'The file is larger than 15 MB. Make it smaller or split it, and upload it again.',
  'refusal.FileTypeRefused':
    'This type of file is not taken, or its content does not match its ending. Upload a PDF, PNG, JPG, DOCX or XLSX file.',
  'refusal.FileNotArrived': 'The file has not arrived in full. Wait a moment, or upload it again.',
  'refusal.CaseNotFree':
    'This case cannot be gathered now: it is on another list, waits for a supplement, is on hold, or has ended. Open it to see where it stands.',
  'refusal.CaseNotOfThisList':
    'This case does not belong on the list. Choose cases at the right step, of the right round, held by the list’s own organisation.',
  'refusal.SealedApart':
    'A sealed case stands on a list of its own kind, never beside others. Start a sealed list and gather it there.',
  'refusal.ListEmpty': 'The list has no cases. Gather at least one before closing it.',
  'refusal.OrderIncomplete':
    'The order names {given} cases, the list has {rows}. Name each case of the list exactly once.',
  'refusal.RowBarsSigner':
    'The list has cases that the signer may not sign, being concerned. Put them on a second list that the deputy signs (KT.).',
  'refusal.SignerNotLeader':
    'The signer must be a leader who holds a post at this organisation, and the one named when the list was closed. Choose again; to change the signer, reopen and close the list.',
  'refusal.HashChanged':
    'The list changed after the page was opened. Reload the page, check the list again, and sign.',
  'refusal.NumberMalformed':
    'The document number is not in the right form. Write 125/QĐ-UBND for a decision, 48/TTr-UBND for a letter.',
  'refusal.NumberTaken':
    'The number {number} was used by this organisation this year. Check the register of outgoing documents and enter the right one.',
  'refusal.ScanMissing':
    'The scan of the signed paper is missing. Attach it under Papers, then enter its number and date.',
  'refusal.MinutesMissing': 'There are no minutes. Attach the signed minutes, then conclude the session.',
  'refusal.SessionAhead':
    'The session of {heldOn} has not been held. Enter who came, results and conclusion from that day on.',
  'refusal.PresenceMissing': 'Nobody has entered who was present. Enter the chair and who was absent first.',
  'refusal.CountsDontAddUp':
    'The votes do not add up: {agreed} agreed of {voting} voting. No more can agree than vote, and “agreed” takes more than half.',
  'refusal.ResultsMissing':
    'Some cases have no result. Enter a result for each case, then conclude the session.',
  'refusal.OpinionsAwaited':
    'Opinions are still awaited from {missing}, due on {dueOn}. Wait for them, or go on once that day has passed.',
  'refusal.OpinionNotAwaited':
    'No opinion of this organisation is awaited on this case: it was given, the case has gone on, or it has ended. Leave the case out and send again.',
  'refusal.NobodyAsked':
    'The request asks nobody for an opinion. Start another and choose at least one organisation.',
  'refusal.DateNotLawful':
    'The day of the document is wrong: it is not after today and not before the day of signing. Correct it as the signed document has it.',
  'refusal.AwardNotIssued':
    'The award decision is not issued, so the award cannot be drawn into a ceremony. Wait until the records clerk has entered number and date.',
  'refusal.AwardAlreadyDrawn':
    'This award stands in the programme of another ceremony. Choose another award, or take it out of that programme first.',
  'refusal.CeremonyFrozen':
    'The ceremony’s list is frozen and does not change any more. Record what is different at the handover.',
  'refusal.CeremonyNotHeld': 'The day of the ceremony has not come. Record handovers from that day on.',
  'refusal.OfficeFounded':
    'The office was set up on this system already. Open the set-up page to add organisations, people, councils.',
  'refusal.OrganisationDoubled':
    'This area already has an organisation of that kind and function; with two of them no route can be found. Change kind or function, or use the one that is there.',
  'refusal.OrganisationPeopled': 'People still hold posts at this organisation. End those posts first.',
  'refusal.PersonNotFound': 'There is no such person. Check the address, or choose from the list.',
  'refusal.UsernameTaken':
    'The username {username} belongs to somebody of another name. Choose another one; if it is the same person, write the name as before.',
  'refusal.LastAdministrator':
    'This is the only administrator of the organisation. Give the post to somebody else before ending it.',
  'refusal.AccountsElsewhere':
    'Accounts of this system are kept by an issuer of its own. Give or reset the account there, under the user id shown on this page.',
  'refusal.OwnAccess':
    'Nobody gives themselves a post or resets their own account. Ask another administrator; if the account is lost, whoever keeps the server runs “npm run init -- --person USERNAME”.',
  'refusal.LinkShown':
    'A link is shown once, and this request was carried out already. If the link was lost, open the person’s page and make a new invitation.',
  'refusal.SettingNotFound':
    'This own setting was not found. Check the link, or open the page of own settings.',
  'refusal.FigureUnknown':
    'There is no figure “{key}”. Choose one from the list on the page of own settings.',
  'refusal.SettingValueWrong':
    'The value is not of this figure’s kind. See the hint at the value and enter it again: a whole number, a percentage from 0 to 100, a day of the year, or one line for each text.',
  'refusal.SettingInTheWay':
    'This figure has an own setting from {from}, which crosses the time entered. Let yours begin after that day or end before it, or withdraw the other one if it has not begun.',
  'refusal.OwnSetting':
    'Whoever proposed a setting neither confirms nor refuses it. Ask a leader or another administrator of the office.',
  'refusal.SettingMovedOn':
    'This proposal was settled already. Load the page again to see how; propose anew if need be.',
  'refusal.SettingBegun':
    'This own setting has applied since {from} and can’t be withdrawn. Propose another one that begins later in its place.',
  'refusal.LawUnsound':
    'The law data is inconsistent and was not loaded: {reason}. Ask whoever runs the system to mend it.',
  'refusal.LawSilent':
    'The system’s law data says nothing of “{key}” on {day}. Ask the administrator to enter what applies on that day, with its source.',
  'refusal.RouteTemplateRefused':
    'A route template is not valid and was not loaded. Ask the administrator to correct it as the log says.',
  'refusal.ExecutionLost':
    'The flow of this case was interrupted; the case itself is whole. The system starts it again; if it does not, tell the administrator.',
  'refusal.InternalError':
    'The system failed and has stored nothing of this request. Try later; if it fails again, tell the administrator the tracking code.',

  // Faults of single fields
  'fault.empty': 'This field must be filled in.',
  'fault.tooLong': 'This is too long. At most {limit} characters.',
  'fault.notADate': 'This is not a date. Write a real day, for example 29/12/2020.',
  'fault.notADay': 'Give a real day of the year as MM-DD.',
  'fault.oldOfficeFile':
    'The file is of the old kind (.xls, .doc) or has a password. Take the password away, save it as .xlsx or .docx, and choose it again.',
  'fault.officeMacros':
    'The file contains programs (macros) and is not taken. Save it as a plain .xlsx or .docx, and choose it again.',
  'fault.notAYear': 'This is not a year. Write four digits, for example 1985.',
  'fault.notAPhone': 'This is not a telephone number. Write its digits, for example 0912 345 678.',
  'fault.notAnIdNumber': 'An identity number has 12 digits (an old identity card: 9 digits).',
  'fault.notAPublicCode':
    'This code is not right: it has 13 characters and is shown on the page of the case.',
  'fault.noTitle': 'Each line needs a name, a comma and a title.',
  'fault.notAnAddress': 'This address is not right. Copy the whole link of the decision’s page.',
  'fault.unknown': 'This is not in the directory. Choose again.',
  'fault.foreign': 'This is not of the organisation you work at. Choose again.',
  'fault.notOpen': 'This form is not open in the round. Choose another.',
  'fault.kindNotEligible': 'This form is not for this kind of subject. Choose again.',
  'fault.beforeStart': 'The last day cannot come before the first.',
  'fault.countedTwice': 'These periods overlap. Write them so that each day counts once.',
  'fault.beforeCouncil': 'The conference is held on the day of the council or later.',
  'fault.closedBeforeOpening': 'The closing day must be the opening day or later.',
  'fault.otherGroupKind': 'Another form or authority: they do not go up in one group.',
  'fault.notAsked': 'The supplement did not ask for this field. Leave it as it was.',
  'fault.notOfThisKind': 'A case of this kind has no such field. Leave it out.',
  'fault.notOfThisCase': 'This case has no such field (by its form and kind of subject). Leave it out.',
  'fault.findsNothing': 'Rule {limit} finds nothing against this case. Leave it out.',
  'fault.sameLaw': 'The case is judged by this law already.',
  'fault.notLighter': 'There is no newer, more favourable law to choose.',
  'fault.ofEarlierSubject': 'This subject was known before; its number can’t be changed with this case.',
  'fault.settledByText':
    'On this day a text settles it: an office can’t set its own. Choose another day or leave it.',
  'fault.nothingChanged': 'Nothing differs from what stands there.',
  'fault.notPublic': 'Nothing of this case is public.',
  'fault.sameForm': 'This is the form already nominated for. Choose another.',
  'fault.unknownForm': 'There is no such award form. Choose one from the catalogue.',
  'fault.notALeader': 'The signer must be a leader who holds a post at this organisation.',
  'fault.notSignedHere': 'This list is not signed here. Name no signer.',
  'fault.notANumber': 'The number is not in the right form. Examples: 125/QĐ-UBND, 48/TTr-UBND.',
  'fault.notOfFigure': 'The value is not of this figure’s kind. Enter it as the hint says.',
  'fault.settingInTheWay': 'Crosses another own setting of this figure.',
  'fault.begun': 'It has begun to apply.',
  'fault.taken': 'This number was used this year. Check the register of outgoing documents.',
  'fault.notLawful': 'The document’s day cannot be after today or before the day of signing.',
  'fault.inFuture': 'This day has not come yet. Give a day that is not after today.',
  'fault.afterDate': 'The day of signing cannot be after the document’s day.',
  'fault.notTheNamedSigner':
    'This is not the signer named when the list was closed. Choose that one, or reopen the list to name another.',
  'fault.notAbsent': 'Somebody is said to have voted in writing but isn’t named as absent.',
  'fault.notAMember': 'Somebody here is not a member of the council, or is named twice.',
  'fault.notPresent': 'The chair must be a member of the council and present.',
  'fault.tooMany': 'This is more than allowed. At most {limit}.',
  'fault.notAhead': 'The day must be after today.',
  'fault.afterDay': 'The list cannot be frozen after the day of the ceremony.',
  'fault.notAnOfficeFile':
    'The file can’t be read. Choose an .xlsx or .docx file without a password (save .xls and .doc files in the new format).',
  'fault.tableTooLarge': 'The file is too large once it is opened. Split the list into several files.',
  'fault.noTableInFile': 'There is no table in the file. Check the file.',
  'fault.tooLarge': 'The file is too large. At most 15 MB.',
  'fault.notAllowed': 'This type of file is not taken. Choose a PDF, PNG, JPG, DOCX or XLSX file.',
  'fault.tooFew': 'This is less than allowed. At least {limit}.',
  'fault.noMajority': 'Not more than half of those voting: “agreed” cannot be entered.',
  'fault.isMajority': 'More than half of those voting agreed: “not agreed” cannot be entered.',
  'fault.notEveryRowOnce': 'Name each case of the list exactly once.',
  'fault.notAHash': 'The list’s check code is not valid. Reload the page.',
  'fault.wrongType': 'The value is of the wrong type. Enter it again.',
  'fault.missing': 'This field is missing. Add it and send again.',
  'fault.notOneOf': 'The value is not among the choices. Choose again.',
  'fault.notAWholeNumber': 'Write a whole number.',
  'fault.unknownField': 'There is no such field. Leave it out and send it again.',
  'fault.areaKindMissing':
    'Write the kind of area, too, such as “Phường Sở Dầu”, “Xã An Hòa”, “Thành phố Hải Phòng”, “Tỉnh Bắc Ninh”.',
  'fault.notAUsername':
    'A username has 2 to 64 letters, digits, dots, hyphens or underscores and no spaces. For example lan.nguyen.',
  'fault.notAnEmail':
    'This is no e-mail address, such as lan.nguyen@example.vn; leave it empty if there is none.',
  'fault.capacityMissing': 'A leader who signs is a head or a deputy. Choose one.',
  'fault.capacityOfLeaders': 'Only leaders who sign are heads or deputies. Leave this out.',
  'fault.alreadyFounded': 'The office is set up already.',
  'fault.organisationDoubled': 'The area has an organisation of that kind and function already.',
  'fault.hasPeople': 'People still hold posts at this organisation.',
  'fault.usernameTaken': 'This username belongs to somebody else. Choose another.',
  'fault.lastAdministrator': 'This is the only administrator of the organisation.',
  'fault.worksOutside': 'This organisation does not work on this system. Choose another.',
  'fault.beforeMembers':
    'Members of the council took or left their seats after that day. Choose a later day.',
  'fault.aboveIsOutside': 'On an area above yours only organisations outside the system are added.',
  'fault.notOurs': 'This area is not one of your organisation. Choose its own area or one inside it.',
  'fault.founderAddsIt':
    'Organisations of this kind hold steps of routes; only an administrator of the office that set the system up adds them.',
  'fault.afterEnd': 'This post already ends before that day. To go on, give a new one by its instrument.',
  'fault.longEnded': 'The last day cannot be earlier than {limit} days before today.',
  'fault.longBegun':
    'A post begins at most {limit} days before today. Write the day on which work in this system begins.',
  'fault.seatedTwice': 'A person holds one seat of a council.',
  'fault.notOneChair': 'A council needs exactly one chair.',
  'fault.noSecretary':
    'A council needs a secretary who holds the post of council secretary at the organisation. Give somebody that post first.',
  'fault.namesakeInRows':
    'The same name as on row {limit}. Write one username in both if they are one person, two usernames if they are two people.',
  'fault.namesakeThere':
    'Somebody of this name is there already ({limit}). Write this username if it is that person, another one if it is somebody else.',
  'fault.organisationUnknown':
    'This organisation is not in the directory; leave the cell empty if it is your own.',
  'fault.roleUnknown': 'This role is not known. Use one of the words named on this page.',
  'fault.notAnId': 'The id is not valid. Choose again from the list.',

  // Faults of the request as a whole
  'fault.notJson': 'This is not valid JSON. Check brackets, commas and the encoding (UTF-8).',
  'fault.bodyTooLarge': 'The content is larger than 256 kB. Shorten it and send it again.',
  'fault.wrongMediaType':
    'This kind of content is not taken. Say application/json; send a form from its page.',
  'fault.encoded': 'The content is compressed. Send it uncompressed.',
  'fault.formMalformed': 'The form was cut off or is malformed. Reload the page and send the file again.',
  'fault.noFile': 'No file was chosen, or it is empty. Choose a file and upload it again.',
  'fault.noSuchPath': 'There is nothing at this address. Check each part of it.',
  'fault.methodNotTaken':
    'This address does not take the method that was sent. Use one that the header Allow names.',
  'fault.noToken': 'There is no access token. Write “Bearer”, a space, then the token.',
  'fault.tokenMalformed': 'The access token is cut off or has strange characters. Copy the whole of it.',
  'fault.tokenExpired': 'The access token has expired. Get a new one.',
  'fault.tooWeak':
    'This sign-in had no second factor. Sign in again with your second factor, then do it again.',
  'fault.tokenInvalid':
    'The access token is not of this system, or is meant for another. Get a new one of this system.',
  'fault.personUnknown':
    'The person of this access token is not on record. Ask the administrator to check the account.',
  'fault.expired': 'This has expired. Reload the page and send it again.',
  'fault.notFound': 'Nothing that you may read has this id. Check it.',
  'fault.noKey': 'There is no key against doubled sending. Give a new value for each act.',
  'fault.notAKey':
    'A key has 1 to 100 characters: letters without diacritics, digits or any of _ : . / - and no space. Write another.',
  'fault.keyReused': 'This key was used with another body. Give a new one.',
  'fault.noVersion': 'It is not said which version was seen. Give the ETag of the last reading.',
  'fault.stale': 'This is no longer the newest version. Read it again, compare, and give the new ETag.',

  // Faults of the record that stands in the way
  'fault.movedOn': 'It no longer stands where this may be done. Read it again to see what happened.',
  'fault.moving': 'It is moving to its next step. Wait a moment and do it again.',
  'fault.letterSigned':
    'A letter that carries this case was signed. Ask the organisation that holds the case.',
  'fault.notYetOpen': 'The round is not open yet. Keep the draft and submit it once the round opens.',
  'fault.closed': 'The round has closed. Ask to be admitted late, or choose a later round.',
  'fault.notSaidOther':
    'Another nomination in the round covers the same time. If this is another achievement, say why.',
  'fault.overlaps': 'Overlaps the time of another nomination of this subject in the round. Check the dates.',
  'fault.linkedOpen': 'Another level considers the same achievement. Wait for its result.',
  'fault.linkedAwarded':
    'The same achievement was awarded at another level. Record it as not awarded, or withdraw it.',
  'fault.linkEnded': 'The other case has ended, or is linked to another one. Make a nomination of its own.',
  'fault.linkOtherSubject': 'Linked nominations are of one subject.',
  'fault.linkSameLevel': 'Linked nominations go to two levels. Choose a form of another level.',
  'fault.likeness': 'There are others of like name and birth year. Answer “same” or “namesake” about each.',
  'fault.likenessOfRow':
    'Equals a known subject or another row by name and birth year. Answer “the same” or “a namesake”.',
  'fault.pastDoubled': 'The decision of this number, year and authority was imported before.',
  'fault.afterDecision': 'The achievement can’t end after the day of the decision.',
  'fault.noRoute': 'No route was found. Ask the administrator to check the directory and the rules in force.',
  'fault.notOwned':
    'The owner may not open a round for this form. Leave the form out, or choose another owner.',
  'fault.sealedSubject': 'A sealed case has a subject of its own. Leave this out.',
  'fault.notArrived': 'The file has not arrived in full. Wait a moment, or upload it again.',
  'fault.notFree':
    'This case is on another list, waits for a supplement, is on hold, or has ended. Leave it out and send again.',
  'fault.notOfThisList': 'This case does not belong on the list. Choose another.',
  'fault.opinionsAwaited':
    'Opinions are missing and are not overdue yet. Wait for them, or for the day to pass.',
  'fault.notAwaited': 'No opinion of this organisation is awaited on this case. Leave it out.',
  'fault.nobodyAsked': 'No organisation is asked. Choose at least one.',
  'fault.twice': 'This case stands here twice. Keep one line.',
  'fault.beyondLimit': 'No later than {limit}. Enter an earlier day.',
  'fault.beforeLimit': 'This day is earlier than the law allows. Choose {limit} or later.',
  'fault.sealedApart':
    'Sealed cases and others do not share a list. Choose a case of the same sort as this list.',
  'fault.noRows': 'The list has no case. Gather at least one.',
  'fault.barred':
    'This person may not sign, being concerned in a case of the list. Choose another signer, or put those cases on another list.',
  'fault.hashChanged':
    'The list has changed and this check code no longer fits. Read the list again and give its new code.',
  'fault.noScan': 'The signed paper is not attached.',
  'fault.noMinutes': 'There are no minutes. Attach the signed minutes.',
  'fault.noPresence': 'Nobody has entered who was present. Enter the chair and who was absent first.',
  'fault.noResult': 'Some cases have no result. Enter a result for each.',
  'fault.sessionAhead': 'The day of the session has not come.',
  'fault.ruleForbids': 'This doesn’t meet the rule yet ({limit}). Read why and mend it.',
  'fault.needsReason': 'A reason is needed ({limit}). Say why it should go on all the same.',
  'fault.beforeClose':
    'The day of signing cannot be before the day on which the list was closed. Correct it as the signed document has it.',
  'fault.notIssued':
    'No award decision was issued for this. Wait for its number and date, or choose another.',
  'fault.drawnElsewhere':
    'This stands in the programme of another ceremony. Leave it out, or cancel that ceremony first.',
  'fault.frozen': 'The list of the ceremony is frozen. Record what is different at the handover.',
  'fault.notHeld': 'The day of the ceremony has not come. Record from that day on.',

  // Notices: subject of the mail and line in the app; never a name
  'notice.StepOpened': 'A new case waits for you, due {day}',
  'notice.Rerouted': 'The route of a case was computed anew; its page says why',
  'notice.ListArrived': 'New cases have come with a list: {count}, due {day}',
  'notice.SupplementAsked': 'A supplement is asked for, due {day}',
  'notice.SupplementAnswered': 'A supplement was answered',
  'notice.Received': 'The file was received',
  'notice.Held': 'A case is on hold by a document',
  'notice.Released': 'A case is considered again',
  'notice.ReturnedIneligible': 'A case was returned as ineligible',
  'notice.Refused': 'The deciding authority refused a case',
  'notice.Withdrawn': 'A case was withdrawn',
  'notice.FormChanged': 'The award form of a case was changed',
  'notice.QuestionAsked': 'Somebody asks about a case and waits for an answer',
  'notice.QuestionAnswered': 'What was asked about a case has been answered',
  'notice.Reassigned': 'A case was given to another person',
  'notice.LinkedAwarded': 'Awarded at another level already: this case is not awarded again',
  'notice.LinkedEnded': 'Another level does not award the same achievement: this case goes on',
  'notice.Struck': 'A case was struck from a list and waits for you',
  'notice.AgendaClosed': 'Session of {council} on {day}: {count} cases on the agenda',
  'notice.OpinionAsked': 'Your opinion is asked on {count} cases, due on {day}',
  'notice.OpinionCorrected': 'One office has corrected its opinion on {count} cases',
  'notice.OpinionNotAwaited': 'Letter No. {number}: your opinion on {count} cases is no longer needed',
  'notice.OpinionGiven': 'An opinion on {count} cases has come in',
  'notice.ListToSign': 'A list of {count} cases waits for your signature',
  'notice.ListToNumber': 'A signed list of {count} cases waits for number and date',
  'notice.ResultsIssued': 'Results are issued: {count} of your organisation’s cases',
  'notice.SessionConcluded': 'The council considered {count} of your organisation’s cases',
  'notice.Reminder': 'Reminder: {count} due or nearly due',
  'notice.Escalated': 'To the leader: cases are overdue',
  'notice.CeremonyFrozen': 'The list of the ceremony on {day} is frozen: {count} awards',
  'notice.CeremonyToday': 'The ceremony is today: {count} awards',
  'notice.ToDeliver': 'Awards still to be delivered: {count}',
  'notice.AccessReset': 'An administrator has reset your account',
  'notice.PostGiven': 'New at your organisation: a signer, or who handles sealed cases',
  'notice.PostEnded': 'A post ended here: of a signer, an auditor, or who handles sealed cases',
  'notice.DaysClosed': 'Daily root through {day}: {code}; {count} records changed',
  'notice.SettingProposed': 'An own setting that applies from {from} waits for your confirmation',
  'notice.SettingConfirmed': 'The own setting that applies from {from} was confirmed',
  'notice.SettingRefused': 'The own setting proposed to apply from {from} was refused',
  'notice.SettingWithdrawn': 'The own setting that applies from {from} was withdrawn',
  'zalo.notice': '[Vinh Danh] {line}. See: {url}',
  'zalo.case': '[Vinh Danh] Case {code}: {line} See: {url}',
  'mail.digestSubject': 'Notices up to {day}: {count}',
  'mail.digestMore': 'And {count} more.',
  'mail.digestChoices': 'Choose how mails come: {url}',
  'mail.source': 'Source: {citation} ({confidence}).',
  'mail.rule': 'Rule that isn’t met: {title}. Source: {citation}.',
  'mail.body':
    'Dear {name},\n\n{line}\n\nSee more: {url}\n\nThis mail was sent automatically by Vinh Danh; no reply is needed.',

  // History: lines of a timeline
  'act.Drafted': 'Drafted',
  'act.Linked': 'Put to another level at the same time',
  'act.Edited': 'Edited',
  'act.Discarded': 'Draft discarded',
  'act.Submitted': 'Submitted',
  'act.StepOpened': 'Step opened',
  'act.Received': 'Received',
  'act.Recommended': 'Appraised: recommended',
  'act.NotRecommended': 'Appraised: not recommended',
  'act.SupplementAsked': 'Supplement asked for',
  'act.SupplementAnswered': 'Supplement answered',
  'act.ReturnedIneligible': 'Returned as ineligible',
  'act.LawChosen': 'Chose the law of {law}',
  'act.AchievementsToldApart': 'Concluded: two different achievements',
  'act.AchievementsToldOne': 'Concluded: one and the same achievement',
  'act.FormChanged': 'Award form changed',
  'act.WordingMended': 'Mended what will stand on the certificate',
  'act.QuestionAsked': 'Asked about the case',
  'act.QuestionAnswered': 'Answered what was asked',
  'act.ConsentWithdrawn': 'Consent to be shown was withdrawn',
  'act.Held': 'Put on hold by a document',
  'act.Released': 'Released from hold',
  'act.Reassigned': 'Given to another person',
  'act.Refused': 'Refused by the deciding authority',
  'act.NotAwardedOutside': 'Recorded: the authority outside did not award it',
  'act.Withdrawn': 'Withdrawn',
  'act.IdentityJudged': 'Answered “same” or “namesake”',
  'act.SameSubjectMarked': 'Marked: the same person as in another case',
  'act.NamesakeMarked': 'Marked as a namesake: birth year and residential group are added',
  'act.Gathered': 'Gathered onto a list',
  'act.Ungathered': 'Taken off a list in the making',
  'act.Struck': 'Struck from a list',
  'act.LetterIssued': 'Submission letter issued',
  'act.CouncilConcluded': 'Council concluded',
  'act.Awarded': 'Awarded',
  'act.Approved': 'Model approved',
  'act.Reminded': 'Reminder sent',
  'act.Escalated': 'Escalated to the leader, overdue',
  'act.FileExpected': 'File expected',
  'act.FileKept': 'File attached',
  'act.FileRefused': 'File refused',
  'act.Revealed': 'Sealed case read',
  'act.Started': 'List started',
  'act.RowGathered': 'Case gathered',
  'act.RowUngathered': 'Case taken off',
  'act.RowStruck': 'A case was struck',
  'act.Erased': 'Personal data erased',
  'act.DaysClosed': 'Days closed',
  'act.RowLeft': 'A case left the list',
  'act.Ordered': 'Order set',
  'act.Closed': 'Closed with {rows} cases',
  'act.Reopened': 'Reopened',
  'act.Signed': 'Signed',
  'act.Issued': 'Issued as {number}',
  'act.PresenceEntered': 'Presence entered: {present} of {total}',
  'act.ResultEntered': 'Result of one case entered: {agreed} of {voting} agreed',
  'act.Concluded': 'Session concluded, {present} of {total} present',
  'act.OpinionGiven': 'Opinion given on {rows} cases',
  'act.OpinionCorrected': 'An opinion on one case corrected',
  'act.WentOn': 'Went on with {rows} cases without all opinions',
  'act.RowOver': 'No opinion is awaited on one case any more',
  'act.OpinionsAsked': 'Opinions asked for',
  'act.OpinionsIn':
    'Opinions closed: {agrees} agree, {disagrees} do not agree, {none} without opinion, {missing} not answered',
  'act.Planned': 'Ceremony planned',
  'act.Drawn': 'Awards drawn',
  'act.Arranged': 'Presentation groups arranged',
  'act.TakenOut': 'Awards taken out of the programme',
  'act.Regrouped': 'Moved to another presentation group',
  'act.Cancelled': 'Ceremony cancelled',
  'act.ListFrozen': 'List frozen with {drawn} awards',
  'act.CeremonyHeld': 'The day has come',
  'act.HandedOver': 'Handover recorded, {left} left',
  'act.Finished': 'All handed over',
  'act.OfficeFounded': 'Office set up',
  'act.OrganisationAdded': 'Organisation added',
  'act.OrganisationPlaced': 'Organisation placed inside or outside the system',
  'act.OrganisationRenamed': 'Organisation renamed',
  'act.PastImported': 'Past decision imported',
  'act.PastRowsAdded': 'Further rows of the decision imported',
  'act.PastCorrected': 'One row corrected',
  'act.PastRowWithdrawn': 'A row imported by mistake taken away',
  'act.PastWithdrawn': 'Imported decision withdrawn',
  'act.SlipReceived': 'Proposal slip received',
  'act.SlipAccepted': 'Made a nomination of the slip',
  'act.SlipMerged': 'Slip merged',
  'act.SlipRefused': 'Not taken into a nomination',
  'act.SlipsOpened': 'Opened the link for proposal slips',
  'act.SlipsClosed': 'Closed the link for proposal slips',
  'act.HistoryKnownSaid': 'Said from which day award history is complete',
  'act.PersonAdded': 'Person added',
  'act.PostGiven': 'Post given',
  'act.PostEnded': 'Post ended',
  'act.FundSet': 'Fund of the year entered',
  'act.CouncilFormed': 'Council formed',
  'act.CouncilChanged': 'Council formed anew',
  'act.Invited': 'Link to activate the account given',
  'act.AccessReset': 'Account reset',
  'act.SettingProposed': 'Own setting proposed',
  'act.SettingConfirmed': 'Own setting confirmed',
  'act.SettingRefused': 'Own setting refused',
  'act.SettingWithdrawn': 'Own setting withdrawn',

  // Codes as people read them
  'status.DRAFT': 'Draft',
  'status.AT_STEP': 'Under way',
  'status.AWARDED': 'Awarded',
  'status.APPROVED': 'Approved',
  'status.INELIGIBLE': 'Returned, ineligible',
  'status.NOT_AWARDED': 'Not awarded',
  'status.NOT_APPROVED': 'Not approved',
  'status.WITHDRAWN': 'Withdrawn',
  'standing.draft': 'Draft',
  'standing.moving': 'Moving',
  'standing.hold': 'On hold',
  'standing.supplement': 'Waits for a supplement',
  'standing.inList': 'On a list',
  'standing.free': 'Waits to be handled',
  'standing.ended': 'Ended',
  'stepKind.council': 'Council',
  'stepKind.letter': 'Submission letter',
  'stepKind.receive': 'Receive',
  'stepKind.appraise': 'Appraise',
  'stepKind.opinion': 'Opinion',
  'stepKind.decide': 'Decide',
  'stepKind.outside': 'Recorded from outside',
  'listKind.letter': 'Submission letter',
  'listKind.session': 'Council session',
  'listKind.decision': 'Award decision',
  'listKind.approval': 'Approval decision',
  'listKind.opinionRequest': 'Opinion request',
  'opinion.agrees': 'Agrees',
  'opinion.disagrees': 'Does not agree',
  'opinion.none': 'No opinion',
  'listState.GATHERING': 'Gathering',
  'listState.CLOSED': 'Closed',
  'listState.SIGNED': 'Signed',
  'listState.ISSUED': 'Issued',
  'role.proposer': 'Proposer',
  'role.officer': 'Officer for emulation and commendation',
  'role.secretary': 'Council secretary',
  'role.member': 'Council member',
  'role.leader': 'Signing leader',
  'role.clerk': 'Records clerk',
  'role.organiser': 'Organiser',
  'role.administrator': 'Administrator',
  'role.auditor': 'Auditor',
  'capacity.head': 'Head',
  'capacity.deputy': 'Deputy (signs KT.)',
  'subjectKind.individual': 'Individual',
  'subjectKind.collective': 'Collective',
  'subjectKind.household': 'Household',
  'outcome.recommended': 'Recommended',
  'outcome.notRecommended': 'Not recommended',
  'outcome.agreed': 'Agreed',
  'outcome.answered': 'Opinions taken',
  'outcome.awarded': 'Decided',
  'outcome.ended': 'Ended',
  'outcome.formChanged': 'Form changed',
  'outcome.notAgreed': 'Not agreed',
  'outcome.otherForm': 'Another form proposed',
  'outcome.postponed': 'Postponed',
  'ceremonyPhase.PREPARING': 'Being prepared',
  'ceremonyPhase.FROZEN': 'List frozen',
  'ceremonyPhase.HELD': 'Day has come',
  'ceremonyPhase.FINISHED': 'All handed over',
  'ceremonyPhase.CANCELLED': 'Cancelled',
  'publication.public': 'Public',
  'publication.internal': 'Internal',
  'publication.sealed': 'Sealed',
  'attachment.minutes': 'Minutes',
  'attachment.report': 'Achievement report',
  'attachment.letter': 'Submission letter',
  'attachment.decision': 'Decision',
  'attachment.scan': 'Scan',
  'attachment.photo': 'Photo',
  'attachment.other': 'Other paper',
  'fileState.expected': 'Waiting for the upload',
  'fileState.kept': 'Kept',
  'fileState.refused': 'Refused',
  'fileFault.otherSize': 'Not of the size that was declared',
  'fileFault.tooLarge': 'Larger than 15 MB',
  'fileFault.otherType': 'Not what its type says',
  'bar.ownCase': 'Is the subject, or of the household that is',
  'bar.proposedIt': 'Proposed this case',
  'bar.appraisedIt': 'Appraised this case',
  'handover.NONE': 'Nothing recorded',
  'handover.PRESENTED': 'Presented at the ceremony',
  'handover.TO_DELIVER': 'To be delivered',
  'handover.DELIVERED': 'Delivered, signed for',
  'handover.PRIVATE': 'Handed over privately',

  // Parts of lines and documents
  'sealed.label': 'Sealed case {number}',
  'number.blank.letter': '……/TTr-{suffix}',
  'number.blank.opinionRequest': '……/{suffix}',
  'number.blank.decision': '……/QĐ-{suffix}',
} as const satisfies Record<MessageKey, string>;
