import type { Like } from '../like.ts';
import type { mail as original } from '../sv/mail.ts';

export const mail: Like<typeof original> = {
  signIn: {
    subject: 'Lenken din til {product}',
    text: 'Hei!\n\nLogg inn på {product} med denne lenken. Den gjelder i 15 minutter og bare én gang.\n\n{link}\n\nÅpner du lenken i en annen nettleser enn den du ba om den i? Da trenger du koden som står der.\n\nHar du ikke bedt om den? Da kan du se bort fra denne e-posten.',
  },
  firstAdmin: {
    subject: 'Du er administrator for {hub}',
    text: 'Hei {name}!\n\n{hub} er opprettet i Navet, og du er den første administratoren. Logg inn med e-postadressen {email}, så får du en lenke som slipper deg inn.\n\n{link}\n\nFyll ut hubens tekster og gjør rede for tilgjengeligheten. Deretter kan du åpne huben for besøkende.',
  },
  barrier: {
    subject: {
      BARRIER: 'Meldt hindring, sak {number}',
      COPY: 'Noen ber om en tilgjengelig kopi, sak {number}',
    },
    text: 'Noen har skrevet til {hub} om tilgjengelighet. Saken har nummer {number}. Les den her:\n\n{link}',
  },
  erased: {
    subject: 'Opplysningene dine i {product} er slettet',
    text: 'Hei!\n\nDu ba oss slette deg, og det er gjort. Navnet ditt, e-postadressen, rollene, innloggingene og meldingene er borte fra {product}. Det organisasjoner har gjort sammen, blir stående uten navnet ditt.\n\nDette er den siste e-posten vi sender deg. Adressen er ikke lagret.\n\nVar det ikke deg? Ta kontakt med huben du brukte. Kontaktopplysninger finner du her:\n\n{link}',
  },
  barrierReceipt: {
    subject: 'Vi har mottatt saken din {number}',
    text: 'Hei!\n\n{hub} har mottatt det du skrev om tilgjengelighet. Saken har nummer {number}. Oppgi nummeret hvis du vil spørre hvordan det går.\n\nOm hubens tilgjengelighet, og hvor du henvender deg hvis du ikke får svar:\n\n{link}\n\nHar du ikke skrevet? Da kan du se bort fra denne e-posten.',
  },
  footer: 'E-posten kommer fra {hub}. Du kan ikke svare på den.',
};
