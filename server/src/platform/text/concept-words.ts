/**
 * What customers of people who deal with money talk about, and the words they use for it, German and English. One line is one
 * concept: its words mean the same to somebody who looks for an answer. A word may stand in several lines; `_` joins the
 * words of a phrase. Long because it is a table.
 */
export const CONCEPT_WORDS = `
card: card cards karte karten debit_card credit_card bankcard bankkarte girocard kreditkarte debitkarte plastic ec_karte visa mastercard
creditcard: credit_card kreditkarte kreditkarten
virtualcard: virtual virtuell virtuelle virtuellen digital_card disposable einmal einmalkarte wegwerfkarte
physical: physical plastic physisch physische plastik
cash: in_bar barem cash money_out bargeld geld_abheben notes coins scheine muenzen banknotes bar
atm: atm atms cash_machine cashpoint cash_point cash_dispenser geldautomat geldautomaten automat bankautomat machine machines abheben geldausgabeautomat
withdraw: withdraw withdrawal withdrawals withdrew withdrawing withdrawn abheben abhebung abhebungen abgehoben auszahlen auszahlung take_out took_out taken_out get_cash got_cash getting_cash atm atms cash_machine cash_machines cashpoint geldautomat geldautomaten bankautomat automaten geld_holen geld_ziehen taking_money
topup: top_up topup top_ups topping topped topping_up top_off reload recharge load loading add_money add_funds added_money adding_money put_money aufladen aufgeladen aufladung einzahlen einzahlung eingezahlt einzuzahlen deposit deposited deposits depositing fund funding in_bar pay_in paying_in cash_in einzahlungsautomat bareinzahlung muenzen_einzahlen
transfer: schicken schicke verschicken geld_schicken wire_money transfer transfers transferred transferring transferr wire remit remittance send_money sent_money sending_money send sent sending ueberweisung ueberweisungen ueberweisen ueberwiesen sepa transaction_to moved_money move_money geld_senden
payment: payment payments pay paid paying pays purchase purchases purchased buy bought buying zahlung zahlungen zahlen bezahlen bezahlt gezahlt kauf einkauf gekauft transaction transactions buchung umsatz umsaetze
directdebit: direct_debit direct_debits lastschrift lastschriften sepa_mandate mandat einzugsermaechtigung abbuchung abgebucht bankeinzug
standingorder: standing_order standing_orders dauerauftrag dauerauftraege recurring_payment scheduled recurring regular_payment
bill: bill bills invoice invoices rechnung rechnungen
merchant: merchant merchants shop shops store stores seller sellers vendor retailer retailers haendler laden geschaeft restaurant supermarket business where_can
refund: refund refunds refunded refunding money_back reimburse reimbursement reimbursed get_back rueckerstattung erstattung erstatten erstattet zurueckerstattet geld_zurueck return returned gutschrift chargeback
cancel: cancel cancels cancelled canceled cancelling canceling cancellation revert reverse undo revoke stop abbrechen stornieren storniert stornierung widerrufen rueckgaengig zurueckziehen annul reverse
fee: fee fees charge charges charged charging cost costs costing price prices pricing surcharge commission gebuehr gebuehren kosten kostet entgelt entgelte preis preise kostenlos extra
free: free kostenlos gratis gebuehrenfrei no_charge no_fee
extra: extra additional another second more unexpected hidden zusaetzlich zusaetzliche weitere zweite
exchangerate: exchange_rate exchange_rates rate rates conversion_rate wechselkurs wechselkurse umrechnungskurs kurs kurse interbank exchange_ratio
currency: currency currencies exchange exchanging exchanged convert conversion foreign_currency forex waehrung waehrungen fremdwaehrung umtauschen umrechnen wechseln gbp usd dollar dollars pound pounds aud
abroad: abroad overseas foreign international internationally travel travelling traveling holiday vacation trip country countries ausland auslaendisch auslands reise reisen urlaub international europe eu country world anywhere
country: country countries eu europe european uk us usa states land laender europa location locations region worldwide
limit: tageslimit so_viel grosse_betrag hoehere higher_amount limit limits maximum max minimum min cap capped restriction restrictions restricted amount how_much_can how_many limit grenze grenzen hoechstbetrag tageslimit verfuegungsrahmen obergrenze allowed allowance pro_tag per_day am_tag a_day daily taeglich hoechstens ausgeben spend spending how_much_can_i
pin: pin pins pin_code pin_number geheimzahl
passcode: passcode pass_code passwort password passwords kennwort zugangscode login_code code kennwoerter zugangsdaten anmeldename benutzername username user_name
login: onlinebanking internetbanking online_banking einzuloggen komme_nicht_in cant_get_in get_into login log_in logging log_into sign_in signin access anmelden anmeldung einloggen eingeloggt zugang zugriff zugang_zum gesperrter_zugang einloggen_geht
forgot: forgot forgotten forget remember recall vergessen erinnern
blocked: blocked block blocking unblock locked lock locked_out unlock freeze frozen unfreeze gesperrt sperren sperre sperrung entsperren entsperrt blockiert suspended tries attempts
lost: lost weg ist_weg left_my left_it portemonnaie_ist_weg finde_nicht lose losing misplaced missing gone verloren verlieren verlegt verlust find left_behind left disappeared cant_find verschwunden unauffindbar abhanden liegen_gelassen liegengelassen dropped misplace finde_meine nirgends nowhere anywhere
stolen: stolen stole steal theft robbed mugged thief gestohlen geklaut diebstahl pickpocket taken entwendet gestohlen_worden beklaut bestohlen ausgeraubt raub robbery snatched
fraud: fraud fraudulent unauthorized unauthorised compromised hacked scam phishing suspicious someone_used using_my somebody_else betrug betrueger phishing missbrauch unbefugt verdaechtig copied cloned abgezockt betrogen reingefallen gehackt missbraucht scammed tricked without_permission unautorisiert
unrecognized: recognize recognise unrecognized unfamiliar unknown strange weird odd not_mine didnt_make did_not_make never_made dont_know_what didnt_do dont_remember wasnt_me not_me unbekannt unbekannte kenne_ich_nicht nicht_von_mir erkenne somebody_used someone_used has_used used_my_card jemand_hat_mit nicht_autorisiert nicht_freigegeben not_authorised without_permission without_my kenne_nicht nicht_kenne never_bought did_not_buy habe_nicht_gekauft fremde_buchung
arrive: an_kommt kommt_an komme_an warte waiting_for arrive arrived arriving arrival come came coming deliver delivered delivery shipped shipping mail post receive received receiving get_here angekommen ankommen kommt erhalten lieferung geliefert zustellung zugestellt post gets_here get_here get_to_me in_the_mail briefkasten eintreffen eingetroffen trifft_ein verschickt versand versendet versenden unterwegs on_its_way dispatched
howlong: how_long when how_soon how_fast how_many_days take takes timeframe time_frame duration estimate wie_lange wann dauert dauer bis_wann days day weeks week hours hour tage tag wochen stunden long timeline
waiting: nichts_da ist_nichts cant_see waiting wait waited still yet pending noch immer_noch warte warten gewartet haengt offen
pending: pending processing in_process in_progress stuck ausstehend vorgemerkt haengt in_bearbeitung bearbeitung hasnt_gone_through not_completed
delay: delay delayed late slow longer too_long verspaetet verzoegert verzoegerung spaet langsam dauert_lange
track: track tracking trace status nachverfolgen verfolgen sendungsverfolgung status where_is wo_ist
urgent: urgent urgently asap quick quickly fast faster express expedite immediately soon rush schnell dringend eilig sofort express eilueberweisung
instant: instant instantly immediate real_time echtzeit echtzeitueberweisung sofort sofortueberweisung
failed: fail failed failing fails failure not_work not_working doesnt_work isnt_working didnt_work wont_work unsuccessful didnt_go_through error broken problem problems issue issues trouble wont_go_through funktioniert_nicht geht_nicht fehlgeschlagen fehler problem probleme scheitert klappt_nicht go_through went_through nicht_durch ging_nicht klappt_nicht geht_nicht scheitert gescheitert haengt keeps_failing
notworking: not_working doesnt_work isnt_working wont_work not_work doesnt_seem_to_work stopped_working funktioniert_nicht geht_nicht defekt kaputt broken faulty damaged cant_use unable_to_use
declined: declined decline declining declines denied rejected reject refused refuse not_accepted wasnt_accepted abgelehnt ablehnung verweigert zurueckgewiesen not_allowed not_allow didnt_allow disallowed ging_nicht nicht_durch keeps_getting geht_nicht_mehr nicht_akzeptiert not_go_through wont_accept verweigert nicht_moeglich
accepted: accept accepts accepted acceptance akzeptieren akzeptiert annehmen supported support supports take_my
balance: balance balances kontostand saldo guthaben available verfuegbar
notshowing: ist_nichts cant_see nicht_da not_arrived fehlt not_show not_showing doesnt_show didnt_show isnt_showing not_reflected hasnt_updated not_updated didnt_update hasnt_changed still_the_same doesnt_appear not_appear didnt_appear not_in_my nicht_angezeigt fehlt nicht_sichtbar missing not_there where_is nicht_gekommen nicht_angekommen not_arrived hasnt_arrived havent_received noch_nicht_da nicht_eingegangen not_received still_missing
updated: update updated updating change changed reflect reflected same show shows showing appear appears appeared aktualisiert angezeigt
duplicate: twice double duplicate duplicated two_times second_time multiple_times repeated same_charge doppelt zweimal mehrfach
wrong: wrong incorrect incorrectly mistake mistaken error false falsch falsche falschen irrtum irrtuemlich fehlerhaft not_right isnt_right less more mismatch doesnt_match accident accidentally
amount: amount sum total betrag summe
less: less lower fewer not_full partial short weniger zu_wenig nicht_vollstaendig smaller
verify: verify verified verifying verification validate proof prove confirm legitimieren legitimation verifizieren verifizierung nachweis nachweisen bestaetigen bestaetigung authenticate
identity: identity identification id ids passport who_i_am identitaet ausweis personalausweis reisepass postident videoident identify ident
why: why reason warum wieso weshalb grund
needwhy: why_do_you_need what_for why_do_i_need necessary required need_to requirement mandatory noetig notwendig erforderlich muss have_to
document: document documents paperwork paper unterlagen dokument dokumente nachweis nachweise formular
sourceoffunds: source_of_funds source_of_my source where_my_money origin mittelherkunft herkunft came_from comes_from come_from
activate: activate activated activating activation aktivieren aktiviert aktivierung freischalten freigeschaltet enable start_using set_up
link: link linked linking add_card connect view_card see_card verknuepfen verbinden hinterlegen add_it into_the_app
order: apply applying application antrag order ordered ordering request get_a apply obtain bestellen bestellt beantragen beantragung anfordern
replace: replace replacement new_card another_card reissue ersatz ersatzkarte neue_karte ersetzen neu
expire: expire expired expires expiring expiration expiry valid_until ablaufen abgelaufen ablaufdatum gueltig gueltigkeit run_out about_to_expire
spare: spare second_card additional_card extra_card another_card two_cards multiple_cards zweitkarte partnerkarte family daughter son wife husband child kids friend someone_else spouse ehepartner kind partner
open: open opening register sign_up signup create start become eroeffnen eroeffnung registrieren anlegen set_up
close: close closing delete deleting terminate deactivate end remove kuendigen kuendigung schliessen aufloesen loeschen aufloesung kontoaufloesung leave quit
account: account accounts konto konten girokonto
age: age old older minimum_age years_old under_18 underage alter jahre minderjaehrig minderjaehrige child children kids kinder kind teen jugendlicher
personaldetails: details ziehe_um umziehe ziehe address personal_information name surname moved relocated adresse anschrift umgezogen umzug namensaenderung nachname edit update_my new_address married has_changed hat_sich_geaendert neue_nummer new_number neue_wohnung
address: ziehe_um ziehe_naechsten address anschrift adresse umzug umgezogen umziehen moved moving relocate wohnort postal
phone: phone phones mobile smartphone cell handy telefon telefonnummer rufnummer handynummer mobile_number
email: email e_mail mail_address mailadresse emailadresse
contactless: contactless tap nfc kontaktlos wireless contact_less
applepay: apple_pay applepay google_pay googlepay samsung_pay mobile_pay apple_watch garmin apple google smartphone iphone phone_payment mobil_bezahlen
salary: chef boss paid_me salary wage wages paycheck payroll payslip gehalt lohn employer arbeitgeber pay_cheque gehaltseingang income lohn verguetung besoldung rente pension client_payment bezuege
cheque: cheque cheques check_deposit paper_check scheck schecks
swallowed: swallowed swallow ate eaten eat kept keep stuck retained retain einbehalten eingezogen verschluckt geschluckt took_my wont_give_back didnt_return
recipient: recipient beneficiary payee receiver friend empfaenger beguenstigter somebody person to_another other_account
receive: receive received receiving get_paid incoming erhalten empfangen gutgeschrieben eingang eingegangen eingehend geldeingang zahlungseingang eingehende gutschriften incoming_payment incoming_transfer
autotopup: auto auto_topup automatic automatically automatisch automatische
verifytopup: top_up_verification verification_code verify_top verify_card
statement: umsatz umsaetze excel statement statements kontoauszug kontoauszuege auszug auszuege transaction_history history umsatzliste
loan: loan loans credit borrow borrowing financing kredit kredite darlehen ratenkredit finanzierung leihen
mortgage: mortgage mortgages home_loan baufinanzierung hypothek immobilienkredit
overdraft: overdraft overdrawn overdraw dispo dispokredit dispositionskredit ueberziehung ueberzogen ueberziehen negative negativ minus
interest: interest interest_rate apr zins zinsen zinssatz
savings: savings save saving sparen sparkonto tagesgeld festgeld sparbuch deposit_account sparplan
invest: invest investment investing stocks shares fund_shares etf etfs depot wertpapier wertpapiere aktien wertpapierdepot brokerage securities
tax: tax taxes steuer steuern steuer_id steuernummer freistellungsauftrag kapitalertragsteuer tax_id versteuert versteuern besteuert besteuern taxed steuerfrei pauschbetrag allowance
insurance: insurance insured insure versicherung versichert versicherungen
business: gmbh ug freiberufler freelancers gewerbeschein gruender gruenden gegruendet start_up business company corporate firma geschaeft geschaeftskonto unternehmen firmenkonto gewerbe freelancer selbstaendig self_employed geschaeftlich freiberuflerin selbststaendig selbststaendige selbststaendigen selbstaendige einzelunternehmer kaufmann firmen self_employed sole_trader limited_company ltd handwerker verein
joint: joint shared_account gemeinschaftskonto gemeinsam gemeinsames partner
student: student students studying studium studierende auszubildende azubi schueler
security: security secure safe safety protect protected sicherheit sicher schuetzen geschuetzt protection einlagensicherung pleite insolvent bankrupt safe_with_you sicher_bei
tan: tan tans push_tan photo_tan two_factor authenticator one_time_password otp sms_code freigabe freigeben zwei_faktor
device: device devices laptop computer tablet geraet geraete neues_handy new_phone
app: app application mobile_app app_store online_banking onlinebanking internetbanking banking website webseite portal
branch: branch branches filiale filialen geschaeftsstelle office standort
contact: telefonnummer your_phone your_number call_you real_person human mitarbeiter erreichen filiale contact call hotline customer_service support_team reach phone_number kontakt erreichen anrufen kundenservice hotline speak talk call call_you when_can_i_call anrufen erreichbar besetzt servicezeiten service_hours get_in_touch get_hold kontaktieren melden
hours: opening_hours hours open_today oeffnungszeiten geoeffnet
iban: iban bic swift sort_code account_number kontonummer routing_number bankleitzahl blz
dispute: dispute disputed disputing complain complaint contest reklamieren reklamation beschwerde widersprechen widerspruch einspruch object claim
notify: notification notifications notify alert alerts benachrichtigung benachrichtigungen push mitteilung
change: change changing changed switch alter modify edit aendern aenderung geaendert wechseln anpassen update reset
increase: increase raise higher erhoehen erhoeht erhoehung hochsetzen more
decrease: decrease lower reduce senken reduzieren verringern
howto: how_do how_can how_to what_are_the_steps steps process guide instructions explain show_me wie_kann wie_mache anleitung way_to walk_me tell_me_how
where: where wo location located find finden nearest closest near naechste nearby
possible: possible can_i able allowed may_i could_i kann_ich moeglich geht darf_ich koennte is_it_ok
giftcard: gift_card voucher coupon promo promotion gutschein gutscheincode bonus reward referral refer invite empfehlen praemie
crypto: crypto bitcoin cryptocurrency kryptowaehrung krypto ethereum
inheritance: death died deceased inheritance inherit todesfall verstorben erbe erbschaft nachlass gestorben
power: power_of_attorney vollmacht bevollmaechtigen authorised_person bevollmaechtigter
garnishment: garnishment seizure pfaendung gepfaendet p_konto pfaendungsschutz pfaendungsschutzkonto insolvency
family: wife husband partner spouse couple married frau mann ehefrau ehemann partnerin ehepaar paar freundin together zusammen gemeinsam gemeinsames both beide two_people zwei_personen second_holder
child: child children kid kids son daughter boy girl sohn tochter kind kinder minor minderjaehrig minderjaehrige jugend jugendliche teenager taschengeld pocket_money years_old year_old jahre jahren alter parents eltern guardian
wallet: purse my_wallet handbag bag portemonnaie geldboerse geldbeutel brieftasche handtasche tasche
damaged: damaged broken cracked bent scratched snapped torn chip kaputt defekt beschaedigt zerbrochen gebrochen verbogen zerkratzt defective nicht_mehr_gelesen not_read unreadable unlesbar magnetstreifen abgebrochen worn
smartphone: iphone android smartphone handy mobile mobiltelefon phone cellphone samsung telefon geraet device
newdevice: new_phone new_iphone new_device new_smartphone new_mobile neues_handy neues_iphone neues_smartphone neue_geraet neuen_handy altes_handy altes_geraet old_phone old_device geraetewechsel activate_device another_device register_device different_phone second_device wechsle_das handywechsel smartphone_wechseln switch_phone switching_phones geraet_hinzufuegen
foreigncountry: united_states ausland abroad overseas auslandsueberweisung international outside_europe ausserhalb swift another_country usa america states australia australien india indien china japan thailand turkey tuerkei switzerland schweiz canada kanada mexico mexiko brazil brasilien africa afrika asia asien russia russland vietnam egypt aegypten dubai canada tuerkei norway norwegen sweden schweden singapore singapur korea south_africa suedafrika argentina argentinien marokko morocco tunisia tunesien serbia serbien ukraine england grossbritannien united_kingdom
europeancountry: france frankreich spain spanien italy italien austria oesterreich netherlands niederlande belgium belgien poland polen portugal greece griechenland
foreigncurrency: auslandsentgelt auslandseinsatzentgelt dollar dollars franken francs francs yen pound pounds pfund lira baht fremdwaehrung fremdwaehrungen foreign_currency usd gbp chf other_currency landeswaehrung local_currency exchange_rate wechselkurs foreign_transaction us_dollars franc kronen zloty rupees rupien pesos rubel waehrung umrechnung exchange conversion
person: person human mitarbeiter mitarbeiterin berater beraterin agent mensch representative advisor real_person speak sprechen reden talk call anrufen telefonieren phone_number telefonnummer rufnummer nummer
message: message sms text nachricht mail link anruf call called angerufen angeblich pretending claiming phoned whatsapp brief letter strange_link click klicken geklickt
goods: goods ware waren item items product parcel paket ordered shoes package lieferung nicht_geliefert never_arrived never_came never_delivered
shop: shop store supermarket supermarkt kasse till checkout counter laden geschaeft merchant haendler restaurant tankstelle petrol_station gas_station hotel
hold: hold holding held reserved reserviert geblockt vormerkung vorgemerkt vorgemerkter blockiert authorisation authorization deposit kaution pending block release reserviert_mehr reserved_more mietauto mietwagen rental_car leihwagen freigegeben_werden
undo: vertippt wrong_iban falsche_iban undo recall reverse revoke rueckruf rueckgaengig zurueckholen zurueckrufen get_it_back call_back stornieren cancel widerrufen falschen_empfaenger wrong_account wrong_person to_the_wrong an_den_falschen an_die_falsche
typo: zahlendreher iban_vertippt typo mistyped vertippt verschrieben wrong falsch falsche falschen mistake irrtum wrong_person wrong_account zahlendreher accidentally versehentlich falschen_empfaenger wrong_recipient wrong_iban falsches_konto wrong_account an_den_falschen
borrow: borrow lend leihen ausleihen kredit loan darlehen finanzieren finance ratenkredit privatkredit money_for borrow_from finanzierung how_much_can_i_borrow geld_von_euch anschaffung
payoff: pay_off repay repayment early_repayment abloesen abloesung tilgen tilgung sondertilgung zurueckzahlen vorzeitig instalment instalments rate raten laufzeit raten tilgungsrate monatsrate
minus: minus negative below_zero overdrawn overdraft ueberzogen ueberziehen dispo rutsche sollsaldo im_minus in_the_red ueberzogen ins_minus unter_null
employer: employer boss chef arbeitgeber company_pays gehalt lohn salary wage wages payday
wealth: interest zins zinsen savings erspartes sparen anlegen tagesgeld guthaben rendite save yield anlegen angelegt guthabenzins verzinst verzinsung rankommen
insured: insured protected abgesichert gesichert einlagensicherung geschuetzt deposit_protection guaranteed
customer: customer kunde kundin become_customer become_client new_customer neukunde join sign_up registrieren eroeffnen opening neukunde anmelden_als registration register new_client
leave: leave quit close terminate kuendigen kuendigung loswerden verlassen beenden aufloesen schliessen schliesse cancel_account
rent: rent miete landlord vermieter monthly monatlich every_month jeden_monat regularly regelmaessig automatically automatisch
chooseown: choose own custom wish wunsch aussuchen selbst_waehlen eigene pick
threetimes: three_times dreimal drei_mal wrong_attempts too_many falsche_eingabe wrong_pin wrong_tries falsche_versuche
export: export excel csv download herunterladen pdf exportieren print drucken umsatzliste csv_datei spreadsheet tabelle
paper: paper papier papierform per_post by_mail nach_hause ausdruck
bookingtime: booked gebucht buchen gutgeschrieben gutschrift uhrzeit what_time um_wie_viel_uhr wie_viel_uhr booking_times bis_wann until_when cut_off cutoff annahmeschluss buchungsschluss
identifycall: video_call video videoident video_ident selfie webcam driving_licence driver_license fuehrerschein licence passport reisepass personalausweis ausweis ausweisen ausweisdokument id_documents id_document identity_document
married: married marriage wedding heirat hochzeit geheiratet heisse verheiratet scheidung divorced divorce surname nachname maiden_name maedchenname maedchennamen maiden namenswechsel
moved: moved moving moved_house new_flat new_apartment new_home umzug umgezogen umziehen ziehe_um ziehe anschrift adresse address wohnung neue_wohnung new_place changed_address address_change adressaenderung wohnsitz
death: died death deceased dead verstorben gestorben tod todesfall nachlass erbe erben erbschein erbschaft testament beerdigung bestattung funeral hinterbliebene witwe witwer erblasser passed_away
attorney: mutter vater mother father brother bruder schwester sister krank kuemmere power_of_attorney vollmacht vollmachten bevollmaechtigen bevollmaechtigte on_behalf kuemmern im_namen look_after manage_for authorise authorize berechtigen berechtigt zugriff_auf meinem_namen in_my_name fuer_mich act_for on_my_behalf
stored: stored gespeichert speichern store_about personal_data personenbezogen personenbezogene daten data datenauskunft auskunft informationen_ueber information_about about_me ueber_mich know_about_me was_wissen
seizure: seized garnishment gepfaendet pfaendung pfaendungsschutz gerichtsvollzieher bailiff freibetrag geschuetzt
gratis: free free_of_charge gratis umsonst kostenlos kostenfrei gebuehrenfrei without_charge avoid_fee without_fee ohne_gebuehr
monthlyfee: monthly_fee monthly_charge per_month im_monat monatlich monatliche grundgebuehr kontofuehrung kontofuehrungsgebuehr plan plans kontomodell modell modelle package tarif
seconds: seconds sekunden instantly instant sofort echtzeit within_seconds right_now today heute immediately gleich heute_noch noch_heute immediate express blitz eilig
chargedatm: take_out_money taking_out_money geld_ziehen geld_abheben geldautomat cash_machine atm automaten abheben abhebung
cancelledsubscription: gym fitnessstudio subscription abo abonnement membership mitgliedschaft vertrag_gekuendigt although_i_cancelled obwohl_ich_gekuendigt
travel: fly flying fliegen trip going_to reise reisen travelling urlaub holiday vacation abroad ausland auslands trip_to
creditor: creditor glaeubiger direct_debit lastschrift einzieht einziehen eingezogen abgebucht abbuchung abbuchungen debited pull mandate mandat stop_a_company debiting debit_my zu_unrecht_abgebucht handyvertrag vertrag stromanbieter
watch: watch apple_watch uhr smartwatch
scammer: scammer scam fraudster betrueger betrug fraud tricked fake gefaelscht phishing faked suspicious verdaechtig echt asks_for asks_for_my asks_me fragt_nach fordert fordert_mich_auf really_from_you from_you wirklich_von gefaelschte fake_mail impersonating ausgegeben
otherbank: other_bank another_bank old_bank anderen_bank andere_bank alte_bank alten_bank sparkasse volksbank switching_bank bankwechsel kontowechsel previous_bank vermieter_und zahlungspartner switch_banks switch_to_you zu_euch zu_ihnen bank_wechseln hausbank umziehen_mit transfer_my_account
privacy: privacy data gdpr personal_data datenschutz dsgvo daten datenauskunft
complaint: complaint complain unhappy dissatisfied beschwerde beschweren unzufrieden unzufrieden unhappy schlichtung ombudsmann ombudsman bafin aerger geaergert
`;
