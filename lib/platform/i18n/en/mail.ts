import type { Like } from '../like.ts';
import type { mail as original } from '../sv/mail.ts';

export const mail: Like<typeof original> = {
  signIn: {
    subject: 'Your link to {product}',
    text: 'Hello!\n\nSign in to {product} with this link. It is valid for 15 minutes and only once.\n\n{link}\n\nOpening it in another browser than the one you asked in? Then you need the code that stands there.\n\nDid you not ask for it? Then you can ignore this mail.',
  },
  firstAdmin: {
    subject: 'You are administrator of {hub}',
    text: 'Hello {name},\n\n{hub} has been made in Navet, and you are its first administrator. Sign in with your email address {email}, and you will get a link that lets you in.\n\n{link}\n\nFill in the hub’s texts and accessibility statement. Then you can open the hub to visitors.',
  },
  barrier: {
    subject: {
      BARRIER: 'Barrier reported, case {number}',
      COPY: 'Someone asks for an accessible copy, case {number}',
    },
    text: 'Someone has written to {hub} about accessibility. The case has number {number}. Read it here:\n\n{link}',
  },
  erased: {
    subject: 'Your data in {product} are erased',
    text: 'Hello!\n\nYou asked us to erase you, and it is done. Your name, your email address, your roles, sign-ins and notices are gone from {product}. What organisations did together stays, without your name.\n\nThis is the last email we send you. The address is not kept.\n\nWas it not you? Get in touch with the hub you used. You find its contact details here:\n\n{link}',
  },
  barrierReceipt: {
    subject: 'We have received your case {number}',
    text: 'Hello!\n\n{hub} has received what you wrote about accessibility. The case has number {number}. Give the number if you want to ask how it is going.\n\nAbout the hub’s accessibility, and where to turn if you get no answer:\n\n{link}\n\nDid you not write? Then you can ignore this email.',
  },
  footer: 'This mail comes from {hub}. It cannot be answered.',
};
