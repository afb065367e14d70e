/** Small word lists that help to read a name. Separated by spaces; compared in folded form. */

/** What banks put before or after the merchant of a card payment. */
export const noiseWords =
  'purchase authorized on checkcard check card crd pos debit dbt credit visa mastercard mc recurring payment pmt pymt to at from the a of card dda pin sig signature transaction trans trn ref no nr nbr id ppd web ccd des indn co ach electronic electrnic wd withdrawal withdrwl pur prch purch ext online contactless cless chip auth authorised pending posted preauthorized preauth direct dd ddr sto bgc bac bp fpo fpi cpt vis int intl point sale date time on at kartenzahlung karte girocard ec debitkarte kreditkarte lastschrift folgelastschrift erstlastschrift basislastschrift sepa ueberweisung gutschrift zahlung visa debitkartenumsatz vom debitk folgenr verfalld um uhr terminal elv sagt danke vielen dank ihr ihre einkauf bei www http https xx xxx xxxx xxxxx xxxxxx kaufumsatz umsatz kartenverfuegung kartenumsatz abbuchung einzug sumup zettle izettle iz sq tst sp py pp paypal pypl ppl stripe klarna adyen amazon_pay googlepay applepay wl fs dri dnh cko bt in wpy olo zsk evt ls nnt eig ssp par tcb bam gbi jbg ctl mol mollie payone payu worldpay nets vpos ucp';

/** Legal forms and other words that do not tell one merchant from another. */
export const legalWords =
  'gmbh mbh ag kg kgaa ohg ug eg ev e v gbr co inc llc ltd limited plc corp corporation company se sa sarl bv b v nv ab as oy spa srl sl sca s c a r l cie et und and the der die das group holding deutschland germany international europe eu uk usa us gb de at ch com net org store stores markt filiale fil branch shop niederlassung dienstleistung vertriebs vertrieb handels service services payments bank inh franchise publ haftungsbeschraenkt dienstleistungs';

/** Intermediaries at the head of a text: the merchant stands behind them. Word → the name to show. */
export const intermediaries: Readonly<Record<string, string>> = {
  sq: 'Square',
  gosq: 'Square',
  tst: 'Toast',
  toast: 'Toast',
  sp: 'Shopify',
  py: 'a payment facilitator',
  pp: 'PayPal',
  paypal: 'PayPal',
  pypl: 'PayPal',
  ppl: 'PayPal',
  sumup: 'SumUp',
  zettle: 'Zettle',
  izettle: 'Zettle',
  iz: 'Zettle',
  stripe: 'Stripe',
  klarna: 'Klarna',
  adyen: 'Adyen',
  mollie: 'Mollie',
  ic: 'Instacart',
  dd: 'DoorDash',
  fs: 'FastSpring',
  cko: 'Checkout.com',
  wpy: 'WePay',
  ctlp: 'Cantaloupe',
  nyx: 'Nayax',
  eb: 'Eventbrite',
};

/** First names: a partner that starts or ends with one and has no sign of a business is a person. */
export const firstNames =
  'aaron abdul abigail achim adam adelheid adrian agnes ahmed ahmet alan albert alejandro alex alexa alexander alexandra alexis alfred ali alice alina alison allison alyssa amanda amber amelia amir amy ana andre andrea andreas andrew andrzej andy angela angelika angelina anika anita anja anke ann anna anne anneliese annemarie annette annika anthony anton antonia antonio anton ariana armin arne arnold arthur artur ashley astrid aylin ayse barbara bastian beate beatrice ben benedikt benjamin bernd bernhard berta bettina betty beverly bianca birgit birgitta bjoern bob bodo boris brandon brenda brian brigitte britta bruce bruno burkhard camille carina carl carla carlos carmen carol carola caroline carolin carsten catherine cem charles charlotte chiara chris christa christel christian christiane christin christina christine christoph christopher cindy clara claudia claus clemens cornelia cynthia daniel daniela danielle david dawid deborah dennis denise derya detlef diana diane dieter dietmar dirk dmitri dominic dominik donald donna doris dorothea dorothy douglas dustin ebru eckhard edeltraud edgar edith eduard edward elena elfriede elias elif elisabeth elizabeth elke ella ellen elmar elsa elvira emil emilia emily emine emma emre enrico eric erich erik erika erna ernst erwin esra esther eugen eva evelyn fabian fatih fatima fatma felix ferdinand finn florian frances frank franz franziska frauke fred freddy frederik friederike friedrich friedhelm fritz gabi gabriel gabriele gabriela gary georg george gerald gerd gerda gerhard gertrud gisela gloria gordon grace greta gregor gudrun guenter guenther guido gunnar gustav hakan hamza hanna hannah hannelore hannes hans harald harry hartmut hasan heather hedwig heide heidi heike heiko heiner heinrich heinz helen helena helene helga helmut hendrik henning henri henrik henry herbert hermann hilda hilde hildegard holger horst hubert hueseyin hugo ian ibrahim ida ilona ilse ines inga inge ingeborg ingo ingrid irene irina iris irmgard isabel isabell isabella ismail ivan ivana jack jacob jacqueline jakob james jamie jan jana jane janet janina janine jason jasmin jasmine javier jean jeff jeffrey jens jennifer jenny jeremy jessica jill jim joachim joan joanna jochen joe joel joerg johann johanna johannes john johnny jonas jonathan jordan jose josef joseph josephine joshua joyce juan judith judy julia julian juliane julie juergen justin jutta kai karen karin karina karl karla karolina karsten kaspar katarina katharina katherine kathleen kathrin kathryn katja katrin kay keith kelly kenneth kerstin kevin kim klaus klara konrad konstantin kristin kristina kristine kurt kyle lara larissa larry lars laura lauren lea leah lena lennart leo leon leonard leonie leonhard leyla lidia lieselotte lily lina linda lisa lorenz lothar louis louisa louise luca lucas lucia ludwig luis luisa luise lukas lutz lydia madeleine magdalena maik maike malte mandy manfred manuel manuela marc marcel marco marcus margaret margarete margit margot maria marian mariana marianne marie marietta marina mario marion marius mark marko markus marlene marta martha martin martina marvin mary matt matteo matthew matthias maurice max maximilian mehmet meike melanie melissa merle metin mia michael michaela michel michelle miguel mike mila milan milena miriam mirko mohamed mohammad mohammed moritz murat mustafa nadine nadja nancy natalia natalie natascha nathan nele nicholas nick nico nicola nicolas nicole nigel niklas niko nikola nils nina noah nora norbert norman nuri oezlem olaf ole oleg olga oliver olivia omar orhan oskar osman oswald otto pamela pascal patricia patrick patrik paul paula pauline pavel pawel pedro peggy peter petra philip philipp philippe pia pierre piotr rachel raimund rainer ralf ralph ramona raphael raymond rebecca regina regine reiner reinhard reinhold renate rene ricardo richard rita robert roberto robin roger roland rolf roman ronald ronny rosa rosemarie roswitha roy rudi rudolf rupert ruth ryan sabine sabrina sally salvatore sam samantha samira samuel sandra sandy sara sarah sascha saskia scott sean sebastian selin selina serkan sharon sheila shirley sibylle siegfried sigrid silke silvia simon simone sina sofia sofie sonja sophia sophie stefan stefanie steffen stella stephan stephanie stephen steve steven stuart susan susanna susanne svea sven svenja svetlana swantje sylvia tamara tanja tara tatjana ted teresa tessa theodor theresa thilo thomas thorsten tiffany till tim timo tina tobias tom tomasz toni torben torsten tracy traudl tyler udo ulf uli ulrich ulrike ursula ute uta uwe valentin valentina valerie vanessa vera verena veronika vicky victor victoria viktor viktoria vincent virginia vivien volker volkmar waltraud walter wanda waldemar wendy werner wiebke wilfried wilhelm willi william winfried wladimir wolfgang wolfram xaver yannick yasmin yusuf yvonne zeynep zoe';

/** Cities and words of addresses: they may follow a name without making it another one. */
export const placeWords =
  'berlin hamburg muenchen munich koeln cologne frankfurt stuttgart duesseldorf dortmund essen leipzig bremen dresden hannover nuernberg duisburg bochum wuppertal bielefeld bonn muenster karlsruhe mannheim augsburg wiesbaden kiel mainz kassel halle freiburg luebeck erfurt rostock wien zuerich london manchester birmingham leeds glasgow liverpool bristol sheffield edinburgh cardiff belfast leicester nottingham dublin amsterdam luxembourg luxemburg gibraltar malta seattle austin houston dallas denver boston chicago atlanta phoenix portland oakland tampa miami orlando detroit columbus cleveland minneapolis milwaukee philadelphia pittsburgh baltimore charlotte raleigh nashville memphis sacramento fresno tucson reno omaha tulsa buffalo albany richmond plano mesa tx ca ny fl wa il oh pa ga nc va az ma mi nj co or mn wi tn mo md in nv ut ct ok ks ky la al sc ia ne nh me ri vt ar ms nm id mt wy de hi ak dc new york san francisco diego jose antonio los angeles las vegas st louis fort worth salt lake city kansas';
