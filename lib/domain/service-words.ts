/**
 * Words in names and addresses of accounts that no single person stands behind, in the languages of PandaDoc's interface
 * and of their neighbours. Written without marks and in lower case, as `suggest-owner-type.ts` folds what it reads.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** Machines and integrations. Nobody is called so: one such word in front settles it. */
export const machineWords: ReadonlySet<string> = new Set(
  words(`
    svc srv service services svcaccount serviceaccount servicekonto serviceuser servicebenutzer servicenutzer
    dienstkonto dienstaccount serviceaccounts servicio servicios servico servicos usluga uslugi tjanst tjanster tjanstekonto
    funktionskonto systemkonto dienstbenutzer dienstbruker tjenestekonto servizio servizi serviceconto compteservice
    api apis apiuser apikey apikeys apibot apiclient apiaccess
    integration integrations integrationen integracion integraciones integracao integracoes integracja integracje
    integratie integraties integrationer integrazione integrazioni integrator integrasjon integraatio integraatiot integrationuser
    noreply donotreply nichtantworten keineantwort nepasrepondre noresponder naoresponder nieodpowiadac svarainte
    nietbeantwoorden yanitlamayin yanitlamayiniz
    webhook webhooks automation automations automatisierung automatisation automatizacion automacao automatizacao
    automatyzacja automatisering automatisierungen automazione automatisations workflow workflows
    zapier n8n workato mulesoft boomi celigo airbyte fivetran integromat ifttt powerautomate uipath
    hubspot salesforce netsuite docusign pandadoc  terraform github gitlab servicenow snowflake datadog okta
    zendesk freshdesk quickbooks xero shopify  sharepoint airtable  jira powerbi retool 
     cronjob cronjobs  etl middleware connector connectors konnektor connecteur conector konektor koppling
    koppeling koppelingen schnittstelle schnittstellen interfaces backend sync synchronisation synchronization
    synchronizacja sincronizacion sincronizacao synchronisierung synchronisatie synkronisering
    technisch technischer interface technische techuser sysuser systemuser systembenutzer systemnutzer apibenutzer apinutzer
    system systems systeme systemes sistema sistemas systemy systeem systemen
    chatbot rpa sso scim ldap devops cicd  mailerdaemon postmaster notifications notification notify
    benachrichtigungen benachrichtigung notificaciones notificacoes powiadomienia meldingen aviseringar
    alerts monitoring backup backups staging sandbox uat   pipeline pipelines microservice 
    gserviceaccount importer exporter uploader docgen eventbus loader generator scheduler provisioning replication
    bitbucket kubernetes airflow kafka ansible pipedrive zoho dynamics365 marketo intercom
    anbindung anbindungen passerelle passerelles connettore connettori conector conectores gestionale postfach sammelpostfach
    webform webforms inbox mailboxes recorder enrichment enricher scanner engine portal portals dashboard esign esignature
    esignatures uzivatel uzivatelsky skrzynka schranka postkasse brevlada eletronica autoresponder autoreply bouncer
    chatbots voicebot dataflow datafeed datasync filesync dealsync crmsync usersync rpabot headless unattended svcacct
    serviceacct systemaccount functionalaccount sharedaccount technicaluser technicalaccount appuser botuser
    integrationaccount robotuser sluzba sluzbi kullanici kullanicisi sistemi servisi entegrasyonu arayuz baglanti
    baglantisi jarjestelmatunnus palvelutunnus yhteyskayttaja rajapintatunnus felhasznalo technikai utilizator tehnic
    export exports import imports importation exportation crawler scraper poller listener dispatcher
    rajapinta rajapinnat palvelutili jarjestelma jarjestelmatili kayttoliittyma tietojarjestelma
    hesabi servishesabi otomasyon sistem rendszer rendszerfiok szolgaltatas szolgaltatasfiok interfesz
    servisni serwisowy serwisowa rozhrani rozhranie interfejs sluzebni systemovy uzel grensesnitt granssnitt graenseflade
    gegevensuitwisseling systeemgebruiker serviciu interfata automatizare
    сервис система системныи сервіс системнии
    интерфеис апи робот бот шлюз
  `),
);

/**
 * Products that work on somebody's behalf: what sells, signs, books, hires, measures or moves data beside PandaDoc. Only
 * such as nobody is called; the others (`clay`, `stripe`) are among the roles.
 */
export const productWords: ReadonlySet<string> = new Set(
  words(`
    activecampaign adyen affinitycrm aircall airslate apollo.io appsflyer autotask avalara avaza azuread bamboohr basecamp
    bexio bigcommerce bigquery billcom bitrix bitrix24 bluesnap braintree bullhorn calendly capsulecrm chargebee chargify
    chartmogul clickhouse clickup clicksend clockify cloudflare cognos coupa creatio customerio databox databricks datev
    dealfront dealhub deel digitalocean docusign dokobit dropbox dynamics echosign elasticsearch eloqua exactonline
    factorial fastbill fattura24 fortnox freshbooks freshsales freshservice gainsight getresponse gocardless godaddy
    grafana gravityforms greenhouseio gsuite gusto harvestapp helloworks hellosign helpscout hevodata heroku hibob highlevel
    holded hootsuite hotjar hubspotcrm icims insightly inventree invoiceninja jazzhr jobber jotform keap keycloak klaviyo
    klarna knack kustomer lessonly lexoffice lexware linkedin livechat looker mailchimp mailgun mailjet mandrill marketo
    metabase microsoft miro mixpanel mocha mollie mongodb moneybird mongo mysql navision netlify nextcloud nimble nutshell
    odoo okta omniture onelogin onesignal opsgenie oracle outreachio outsystems pagerduty pandadocs paperform partnerstack
    paycom paychex paylocity paypal peoplesoft personio pipefy planhat playwright pleo podio postgres postgresql posthog
    postmark powerapps powershell procore productboard prometheus qlik qualtrics quickbase rabbitmq recurly redash redshift
    redtail ringcentral rippling rdstation rollbar salesloft sapiens segmentio selenium sellsy sendgrid sendinblue brevo
    sevdesk sharefile sharpspring shipstation signnow signrequest skribble smartrecruiters smartsheet solarwinds sonarqube
    splunk squarespace statuspage stripecom sugarcrm supabase superoffice surveymonkey symfony tableau talend taleo
    teamleader teamtailor telegram tessitura totvs tripletex trello twilio typeform unleash upsales vercel visma vtiger
    webflow webmerge wix woocommerce wordpress workable workday workfront wrike wufoo xentral yardi yodeck yousign zapsign
    zenefits zoominfo zuora
    blueprism
    docuware pennylane sappi anaplan ariba concur ironclad juro concord agiloft icertis proposify qwilr pipeliner copperio
    aws azure gcp gpt chatgpt openai copilot lambda jenkinsci circleci gitlabci saml oauth oidc smtp imap sftp ftp ssh sql
    odbc jdbc soap graphql grpc mqtt edi iot ocr llm cpq esb rpc
  `),
);

/** Machines' words that people are called as well; beside an address made of the whole name they say nothing. */
export const doubtfulWords: ReadonlySet<string> = new Set(
  words(`
    svc service services servicio servicios servico servicos servizio servizi servis tjanst tjanster api apis okta jira boomi
    kafka snowflake xero intercom connector postmaster mailer loader listener poller dispatcher crawler generator sso
    sistema sistem system systems interface make apollo looker dynamics oracle deel gusto knack jobber mocha brevo miro
    pleo podio nimble keap mongo lambda adyen wix
    自動 ボット 자동 봇 บอท бот робот
  `),
);

/**
 * Endings of long words that make a thing of what stands before: `vertragsverwaltung`, `sammelpostfach`,
 * `asiakaspalvelutili`. In languages that write such things as one word.
 */
export const machineEndings =
  /\p{L}{3}(?:account|postfach|schnittstelle|anbindung|konto|zugang|benutzer|verwaltung|bruker|brugere?|anvandare|koppling|kopling|kobling|koppeling|gebruiker|postbus|postkasse|brevlada|jarjestelma|rajapinta|liittyma|palvelu|tunnus|rendszer|fiok)$/u;

/** Given names that are common somewhere; where one stands beside a machine's word, it may be a family name. */
export const givenNames: ReadonlySet<string> = new Set(
  words(`
    aaron adam adrian agnes ahmed aisha alan albert alejandro alessandro alex alexa alexander alexandra alfred ali alice
    alicia alina alison allan amanda amber amelia amy ana anastasia anders andre andrea andreas andrew andy angela anita
    ann anna anne anneke annika anton antoine antonio april arjun arnold arthur astrid audrey ayse barbara beatrice beatriz
    ben benjamin bernard beth bianca bill birgit bjorn bob brenda brian bridget bruce bruno camilla carl carla carlos carmen
    carol caroline catherine cecilia celine charles charlotte chen chiara chloe chris christian christina christine
    christopher clara claire claudia claus colin connie craig cristina cynthia daisy dale dan dana daniel daniela darren
    dave david dawn deborah denis denise derek diana diego dieter dimitri dirk dmitri dmitry dolores dominik donald donna
    dora doris dorothy doug duncan dylan edgar eduardo edward eileen elaine elena eleonora eli elisa elizabeth ella ellen
    elsa emil emilia emily emma enrico eric erica erik erika ernst esther ethan eugene eva evan evelyn fabio fatima felix
    fernando fiona florian frances francesca francesco francis francois frank franz fred frederic frederick frida gabriel
    gabriela gary gavin geert geoff george georg gerald gerard giorgio giovanni giulia giuseppe glen gloria gordon grace
    graham greg gregory greta guido gustav hanna hannah hans harold harry hassan heather heidi heinz helen helena helga
    henri henrik henry herbert hilde holger holly howard hugo ian ibrahim ida igor ilse imran ines inga inge ingrid irene
    irina iris isaac isabel isabella ivan ivana jack jackie jacob jacqueline jakob james jan jane janet janice jasmin jason
    javier jean jeff jeffrey jenna jennifer jenny jeremy jerry jesper jessica jessie jill jim joan joanna joao joe joel
    joanne johan johann johanna john jon jonas jonathan jordan jorge jose josef joseph joshua joy joyce juan judith judy
    julia julian julie jurgen juergen justin kaisa karel karen karin karl katarina kate katherine kathleen kathryn kathy
    katie katrin katy kay keith kelly ken kenneth kenji kevin khalid kim kirsten klaus konrad krzysztof kurt kyle lars laura
    lauren laurent lea lee leila lena leo leon leonard leonardo leslie lily linda lisa liz lorenzo louis louise luc luca
    lucas lucia lucy luis luisa lukas luke lynn magda magdalena magnus mai makoto malcolm manuel manuela marc marcel marcin
    marco marcus marek margaret maria marianne marie marina mario marion marisol marjorie mark marlene marta martha martin
    martina mary mateo mateusz matt matteo matthew matthias maud maurice max may mehmet melanie melissa mia michael michal
    michel michele michelle miguel mike mikael mikko miriam mohamed mohammed moira monica monika muhammad nadia nadine nancy
    naomi natalia natalie natasha nathan neil nele nicholas nick nicola nicolas nicole niels niklas nils nina noah noel nora
    norbert norma nuria olaf ole oleg olga oliver olivia olivier omar oscar oskar otto pablo paco pam pamela paola paolo
    pascal pat patricia patrick paul paula pauline pavel pawel pedro peggy penny per peter petra phil philip philippe
    pierre pietro piotr priya rachel radek rafael ragnar rahul raj ralf ralph ramon raquel ray raymond rebecca regina
    remi renate rene rhonda ricardo richard rick rita rob robert roberta roberto robin rodrigo roger roland rolf ron ronald
    rosa rose roy ruben rudolf rupert russell ruth ryan sabine sally sam samantha samir samuel sandra sara sarah sasha
    scott sean sebastian sergei sergio sharon shaun sheila shirley sigrid silke silvia simon simone siobhan sofia solene
    sonia sonja sophia sophie stacey stan stefan stefania stefano steffen stella stephan stephanie stephen steve steven
    stuart sue susan susanne suzanne sven svetlana sylvia sylvie takeshi tamara tania tanja tara tatiana ted teresa terry
    theo theresa thomas tiago tim timo timothy tina tindra tobias todd tom tomas tomasz toni tony tracy trevor ulla ulrich
    ulrike ursula ute valentina valerie vanessa vera verena veronica victor victoria viktor viktoria vincent violet virginia
    vivian vlad vladimir walter wanda wayne wendy werner wilhelm will william wolfgang xavier yan yana yasmin yuki yusuf
    yves yvonne zbigniew zoe zofia zuzana
  `),
);

/** Beginnings that carry a machine's word through its endings in every language: `automatyzacja`, `techniczne`. */
export const machineStems =
  /^(?:(?:integra[tcz]|entegra|sistemsk|systemsk|automat|automac|automaz|techni[^k]|synchron|sincron|synkron)\p{L}{2,}|tecnic\p{L}+|(?:интеграц|інтеграц|автомат|синхрон|техническ|технічн|сервисн|сервісн)\p{L}+)$/u;

/** The same in alphabets whose words take no blank or many endings: found anywhere in a word. As they are written. */
export const machineSigns: readonly string[] = words(`
  連携 自動 システム サービスアカウント ボット 接口 集成 自动 服务账号 服务账户 系统 机器人 연동 자동 시스템 서비스 봇 通知 专用 專用 共用 共有 専用 アカウント 窓口
  お客様 受付 事務局 サポート 担当 고객 담당자 관리자 客服 部门 部門 แผนก ฝ่าย ศูนย์ เจ้าหน้าที่ إدارة الحسابات خدمات
  ระบบ บอท บัญชีบริการ เชื่อมต่อ خدمة تكامل نظام שירות אינטגרציה מערכת
`);

/** "Do not reply", as its words stand side by side: a negation, and somewhere after it what is not to be done. */
export const noReply =
  /^(?:do not|no|non|not|nao|nie|ne|geen|niet|kein|keine|nicht|inte|ej|ikke|ei) (?:\p{L}+ )?(?:repl|respon|repon|rispon|odpow|odpov|antwo|beantw|svar|vasta|yanit)\p{L}*$/u;

/** Words that a group's name begins with; what follows is its work, in whatever form of the word. */
export const groupWords: ReadonlySet<string> = new Set(
  words(`
    divisi divisao division direction direcao direccion bureau oddzial team teams department dept abteilung equipe equipo equipa zespol dzial ufficio reparto afdeling avdelning avdeling
    osasto departement departamento dipartimento phong отдел відділ project projekt projet proyecto projeto progetto قسم
  `),
);

/** What departments and their mailboxes are called, a line or two for each language. */
const departments = words(`
    innendienst aussendienst geschaftsfuhrung geschaeftsfuehrung kanzlei praxis werkstatt lager versand logistik disposition
    rechtsabteilung personalwesen kreditoren debitoren offerte offerten angebot mahnwesen hausverwaltung planung
    qualitatssicherung zentraleinkauf bestellungen anfragen bewerbung bewerbungen marketingabteilung vertriebsteam
    cabinet agence boutique magasin entrepot logistique expedition qualite recrutement rrhh paie paye facturier
    fournisseurs clients reservations gestion assistante adv commandes courrier etudes chantier
    recursos humanos recrutamiento almacen logistica calidad despacho notaria juridico tesoreria cobranza cobranzas cobros
    pagos proveedores presupuesto presupuestos cotizacion cotizaciones pedido gerencia direccion secretaria nominas tienda
    comercial departamento licitacoes licitacao orcamento orcamentos compras fiscal expedicao almoxarifado cobranca
    fornecedores clientes diretoria recrutamento qualidade loja armazem faturas propostas encomendas secretaria tesouraria
    binnendienst buitendienst planning magazijn offertes bestelling debiteuren crediteuren directie secretariaat
    personeelszaken juridisch receptie kwaliteit logistiek werkplaats facturatie salarisadministratie
    kundservice lager order ordrar inkop loner lon personal juridik reception verkstad kvalitet offerter fakturor logistik
    innkjop lonn ordre tilbud kundeservice resepsjon lager verksted okonomi bestilling bestillinger fakturaer juridisk
    indkob bogholderi lon ordrer tilbud reception kundeservice vaerksted okonomi regnskab
    asiakaspalvelu tarjoukset tarjous tilaukset tilaus laskut ostot osto talous palkat henkilosto hallinto toimisto varasto
    markkinointi logistiikka vastaanotto huolto
    preventivi preventivo ordini ordine fornitori clienti magazzino logistica spedizioni personale paghe segreteria direzione
    ufficio studio legale qualita cassa tesoreria
    kadry place magazyn logistyka zaopatrzenie oferty reklamacje rekrutacja sekretariat zarzad dzial prawny zakupy platnosci
    kancelaria recepcja obsluga handlowy marketingu umow
    uctarna fakturace nakup sklad logistika objednavky nabidky personalni pravni sekretariat recepce zakaznicky zakaznicka
    podpora mzdy kancelar ucetni obchodne fakturacia uctovnictvo
    ugyfelszolgalat ertekesites penzugy beszerzes raktar logisztika megrendeles ajanlat szamlazas szamla jogi titkarsag iroda
    munkaugy berszamfejtes marketingosztaly
    vanzari contabilitate achizitii depozit comenzi oferte juridic secretariat resurse umane salarizare relatii clienti birou
    prodaja nabava racunovodstvo skladiste ponude narudzbe pravna kadrovska ured
    satis satin alma muhasebe finans insan kaynaklari depo lojistik siparis teklif fatura hukuk destek ekibi ekip ekibimiz
    musteri hizmetleri sekreterlik yonetim pazarlama ofis
    penjualan keuangan pembelian gudang personalia pemasaran layanan pelanggan kantor admin
    phong ban kinh doanh ketoan ke toan nhan su hanh chinh mua hang kho hotro ho tro kinhdoanh nhansu
    λογιστηριο πωλησεις προμηθειεσ προμηθειες αποθηκη υποστηριξη γραμματεια γραφειο εξυπηρετηση πελατων τιμολογηση προσωπικο
    бухгалтерия бухгалтерія отдел відділ продаж продаж продажи продажів закупки закупівлі склад поддержка підтримка кадры кадри
    юридический юридичнии офис офіс договоры договори счета рахунки приемная приимальня логистика логістика
    הנהלת חשבונות מכירות שירות לקוחות משרד רכש מחסן תמיכה כספים
    المبيعات المحاسبة المشتريات الدعم الموارد البشرية المكتب قسم
    ressources humaines rechnungseingang posteingang wareneingang aankoop obslugi estimating estimation quoting rfc isu idoc
    servicos letters letter runner runners zona atencion cliente kundenkonto buchungen eingang ausgang zahlungen lohn gehalt
    mahnungen termine schadensmeldung vergabe bauleitung technikabteilung marketingteam vertragsmanagement proposte gare
    commande livraison litiges relances abonnements partenariats communication presse sinistres
    e2e copier mfp printers room rooms meeting conference breakglass glass break sample demo demos qc pmo soc noc crmadmin
    itadmin itsupport hrteam env environment envs stage preprod nonprod
lettings letting lettingagency tenancy tenancies rentals rental leasing conveyancing completions underwriting
    underwriters claims complaints grievances intake triage admissions admission enrolment enrollment enrolments
    registrar registry bursar bursary scholarships alumni faculty lectures library housekeeping frontdesk
    frontoffice backoffice concierge banqueting catering kitchen restaurant spa guestservices guestrelations
    groupbookings groups functions weddings ticketing boxoffice crewing fleet charter chartering freight forwarding
    customs haulage transport transportation yard depot workshop garage bodyshop parts spares servicing maintenance
    repairs repair calibration laboratory lab labs quality assurance safety hse ehs compliance audit audits auditing
    controlling controller treasury taxes tax vat collections credit creditcontrol debtors creditors ledger
    disbursements expenses reimbursements remittance remittances payments payment paymentsteam pensions benefits
    wages timesheets rostering rota scheduling dispatchers despatch estimates estimators bids bidding bidteam
    tendering rfp rfps rfq rfqs specifications surveying survey surveys permits permitting zoning licensing
    inspections inspection grants donations fundraising volunteers membership memberships members council
    councillors committee board trustees parish diocese clinic surgery pharmacy referrals medicalrecords records
    recordkeeping radiology pathology outpatients appointments appointment dental nursing callcenter callcentre
    contactcenter contactcentre center centre controlroom switchboard frontline servicecenter merchandising
    merchandise wholesale retail trade trading export exports grain livestock produce nursery editorial newsroom
    subscriptions circulation production studios creative artdepartment artwork correspondence correspondance
    mailroom postroom goodsin goodsout inventory stock stockroom stores procure sourcing workspace facilities
    premises property properties estates caretaker janitorial grounds reservation desk counter poststelle pforte
    pfortner hausmeister hausmeisterei hausdienst fuhrpark kasse kassenwart vorstand geschaftsstelle
    geschaeftsstelle buchhalter rechnungsprufung revision steuer steuern arbeitssicherheit arbeitsvorbereitung
    konstruktion kalkulation reklamation reklamationen retouren schadenabteilung schaden leistungsabteilung
    mitgliederservice vermietung verleih reservierung reservierungen zimmerreservierung anmeldung zulassung
    prufungsamt studienburo burgeramt standesamt bauamt gemeinde rathaus pflegedienst station ambulanz apotheke
    labor werk fertigung montage kundencenter bureau etude direction financiere financier financieres comptable
    comptables service clientele clientelle accueil hebergement billetterie location locations syndic copropriete
    gerance intendance scolarite inscriptions vie scolaire mairie greffe secretaires medecine pharmacie laboratoire
    atelier ateliers depannage sav apresvente entretien achat approvisionnement approvisionnements transports douane
    douanes exploitation chargement quai caisse tresorerie contentieux recouvrement assurances adhesions benevoles
    mesa ayuda mesadeayuda atencionalcliente servicioalcliente reserva reservas mantenimiento taller talleres
    recambios cocina recepcionista admisiones matriculas matricula becas cobro impuestos aduanas transporte
    transportes flota almacenes bodega inventario obra obras licitaciones oficina tecnica siniestros polizas
    arriendos alquileres alquiler inmobiliaria farmacia clinica consultorio citas urgencias ayuntamiento registro
    archivo socios donaciones apoio apoiocliente apoioaocliente assistencia manutencao receita cozinha inscricoes
    bolsas impostos alfandega frota estoque engenharia sinistros apolices aluguel alugueres imobiliaria consultas
    camara prefeitura ouvidoria associados doacoes servicodesk balcao portaria almoxarife controladoria prenotazioni
    prenotazione risorse risorseumane ufficiotecnico manutenzione officina ricambi cucina iscrizioni tributi dogana
    trasporti flotta magazzini cantiere cantieri sinistri polizze affitti locazioni immobiliare ambulatorio
    appuntamenti protocollo soci donazioni portineria centralino assicurazioni controllo reserveringen reservering
    verhuur huur huurbeheer vastgoed onderhoud keuken inschrijvingen toelating belastingen vervoer wagenpark
    voorraad bouw aanbesteding aanbestedingen schade polissen apotheek spreekuur afspraken gemeente burgerzaken
    leden ledenadministratie donaties portier telefooncentrale verzekeringen meldkamer zorg thuiszorg bokning
    bokningar uthyrning fastighet fastigheter underhall reparation kok antagning skatt fordon bygg anbud skador
    forsakring apotek tidsbokning kommun registrator medlemmar medlem vaxel vaktmastare drift driften utleie eiendom
    vedlikehold kjokken opptak toll skade forsikring legekontor timebestilling kommune arkiv medlemmer sentralbord
    vaktmester mannskap mannskaper bemanning udlejning ejendom vedligehold kokken optagelse varaukset varaus
    vuokraus kiinteisto kiinteistot huoltamo keittio opintotoimisto verotus tulli kuljetus rakennus tarjouspyynnot
    vahingot vakuutus apteekki ajanvaraus kunta kirjaamo jasenet vaihde kiinteistohuolto kirjanpito kirjanpitaja
    raamatupidamine raamatupidaja muuk ostuosakond ladu klienditugi juriidika kontor broneerimine hooldus
    gramatvediba pardosana noliktava klientu apkalposana personals birojs buhalterija pardavimai sandelis personalas
    biuras bokhald bokhaldid sala innkaup thjonusta skrifstofa starfsmannahald afgreidsla rezerwacje rezerwacja
    wynajem nieruchomosci serwisant warsztat kuchnia zapisy podatki budowa przetargi szkody ubezpieczenia apteka
    przychodnia rejestracja gmina urzad archiwum czlonkowie centrala portiernia utrzymanie ruchu rezervace pronajem
    nemovitosti udrzba dilna kuchyne prihlasky doprava vozovy stavba zakazky pojistovna lekarna ordinace obec
    podatelna clenove ustredna vratnice rezervacie prenajom nehnutelnosti dielna lekaren obecny urad foglalas
    foglalasok berbeadas ingatlan karbantartas muhely konyha felveteli vam szallitas epites palyazat biztositas
    gyogyszertar rendelo onkormanyzat iktato tagok kozpont rezervari inchirieri imobiliare intretinere bucatarie
    inscrieri taxe vama santier licitatii daune asigurari farmacie programari primarie registratura membri
    rezervasyon kiralama emlak bakim atolye mutfak kayit vergi gumruk tasima filo santiye ihale hasar sigorta eczane
    randevu belediye arsiv uyeler santral rezervacije najam nekretnine odrzavanje radionica kuhinja upis porez
    carina prijevoz gradnja natjecaj stete osiguranje ljekarna opcina pisarnica clanovi reservasi sewa properti
    pemeliharaan bengkel dapur pendaftaran pajak pengiriman armada konstruksi klaim asuransi klinik divisi bagian
    usaha eigyo eigyobu soumu soumubu keiri keiribu jinji jinjibu jimukyoku jimusho honsha koubai houmu houmubu
    kaihatsu kikaku kouhou uketsuke madoguchi hanbai seizou hinshitsu gyoumu gijutsu yeongeop chongmu hoegye insa
    gumae beopmu gaebal jiwon caiwu xingzheng caigou fawu kefu shichang yunying renshi κρατησεισ κρατησεις
    ενοικιασεισ ενοικιασεις ακινητα συντηρηση ασφαλειεσ ασφαλειες μηχανογραφηση πρωτοκολλο бух ахо обслуживание
    бронирование аренда ремонт мастерская регистратура диспетчер диспетчерская снабжение канцелярия бухгалтер
    обслуговування бронювання оренда майстерня реєстратура диспетчерська канцелярія buh buhgalteria unit units control controls relations relation patient patients plant hire inside presales presale aftersales postsales
    preventa postventa prepress enquiries enquiry inquiries inquiry medical record request requests submission submissions
    kayttaja kayttajat asiakirja asiakirjat sopimukset sopimus smlouvy smlouva racun racuni financeira financeiras financiera
    contratacao contratacion umowa szerzodes szerzodesek sozlesme sozlesmeler ugovori ugovor pogodbe
    soumissions soumission avantages sociaux affaires affairs communication deploy deployment deployments redaktion
    redaction redazione redaccion redactie onthaal secretariado adv sav pec certificata inkorg leverantor leverantorer spravce
    kopierer drucker scanner lietvediba ihracat ithalat mudurluk sube logistirio poliseis promitheies apothiki
    ypostirixi grammateia kanri kanribu okyakusama kokyaku tantou daihyou myyk hooldus affari sociali members member
    apres vente hs hsse
    buhgalteriya
    otdel otdelprodaj prodazhi zakupki snabzhenie priemnaya kancelyaria
`);

/** Roles, teams and words that are also somebody's name: they say something only where nothing else is said. */
export const roleWords: ReadonlySet<string> = new Set([
  ...words(`
    info informacje informationen sales admin admins administrator administration office offices hr team teams data it
    support help helpdesk servicedesk billing finance accounting accounts account legal contracts contract marketing ops
    operations contact contacts hello process processes mail mailbox email desk revops salesops partner partners procurement purchasing
    invoices invoice invoicing payroll onboarding recruiting recruitment jobs careers security privacy compliance reception
    quotes quote proposals orders order tender tenders documents document docs doc customer customers success care
    deal deals proposal template templates offer offers sign signing signer signature signatures signatura firma firmas
    approval approvals renewal renewals pricing archive archives archiv archivo arquivo archivio lobby kiosk printer fax
    scan scans form forms feed feeds flow flows hub hubs tool tools toolbox agent agents assistant assistants desktop
    reader writer parser router watcher cleaner mirror recorder recordings registry vault storage store stores shop
    warehouse logistics dispatch shipping delivery drafting draft drafts composer builder maker processor processing
    analytics insights metrics tracking tracker events event calendar scheduling booking bookings reminder reminders
    subscription subscriptions subscribe newsletter press media brand brands social community education academy training
    lead leads pipeline prospecting outreach campaign campaigns partnership partnerships channel channels vendor vendors
    supplier suppliers facility facilities operator operators supervisor manager managers management duty hotline line
    company central enterprise enterprises mgmt clay copper gong greenhouse lever sage close front drift asana monday
    notion box square tally logo cypress looker conga clari docker puppet chef salt nagios postman insomnia segment braze
    chorus pendo amplitude rails django robo robos robota propuestas propuesta propostas proposta angebote angebot offerte
    offertes offres offre oferty oferta devis bestellung bestellungen bestellingen vertragsmanagement lizenzen electronica
    elettronica electronique elektronisch elektroniczna escritorio bureau
    bot bots robot robots auto auth test tests testing tester testuser dev development developer developers developpement
    engineering platform
    prod production user users make job queue batch dienst client app apps application applications web website cloud
    server host hosting infra crm erp sap dwh bi qa ci sf ms365 jenkins slack segment stripe worker workers machine mailer cron daemon root sysadmin owner group gruppe groupe grupo grupa
    department dept shared generic general global tech technik technical technology product products project projects
    kontakt vertrieb verkauf buchhaltung rechnung rechnungen rechnungswesen verwaltung personal personalabteilung einkauf
    kundenservice kundendienst kundenbetreuung auftrag auftraege zentrale sekretariat empfang vertrage vertraege auftrage vertrag benutzer
    konto konten abteilung entwicklung daten
    ventas soporte contabilidad facturacion compras administracion contratos contacto equipo datos usuario cuenta recepcion
    atencion clientes pedidos desarrollo
    comptabilite compta technique techniques facturation ventes achats accueil juridique contrats contrat equipe donnees utilisateur compte commandes
    commercial commerciale direction rh secretariat devis
    biuro sprzedaz sprzedazy serwis serwisowe ksiegowosc faktury kadry umowy zespol dane uzytkownik sekretariat obsluga klienta zamowienia
    kontrakty dzial
    human resources revenue payable receivable accountspayable webmaster hostmaster nightly daily report reports reporting
    bridge gateway probe relay runtime factures facture ucet ucty cont obchod obchodni oddeleni odbor
    fakturace uctarna prodej podpora muszaki penzugy ertekesites vanzari facturare suport satis muhasebe destek myynti
    laskutus tuki salg regnskab regnskap bogholderi sharedmailbox teammailbox trezorerie tesoreria
    vendas suporte financeiro contabilidade faturacao faturamento dados atendimento usuario utilizador conta equipa juridico
    verkoop boekhouding facturen klantenservice inkoop personeelszaken contracten gebruiker administratie afdeling
    gegevens
    forsaljning ekonomi kundtjanst faktura inkop avtal anvandare avdelning losning salj
    amministrazione vendite fatture fatturazione contabilita ufficio acquisti assistenza utente dati
  `),
  ...departments,
]);

/** Words between two kinds of work in a group's name: "Legal & Compliance Unit", "Paie et avantages". */
export const joiningWords = /\s(?:&|\+|and|und|et|y|e|i|en|og|och|ja|ve|oraz)\s/iu;

/** Words that end the name of a place or a group and no person's: "Leeds Office". */
export const lastWords: ReadonlySet<string> = new Set(
  words(`
    enquiries inquiries relations records bookings control unit services reception operations requests orders
    submissions communications affairs resources payments claims administration support pipeline
    office team desk department dept group inbox mailbox account user room account accounts users teams hotline helpdesk
    service servicedesk buero buro zentrale abteilung postfach konto benutzer nutzer zugang
  `),
);

/**
 * Endings by which a longer word names work, a department or a paper in many languages, and hardly ever a person:
 * `leverantorsfakturor`, `personeelsdienst`, `racunovodstvo`. Endings of given names (`Encarnacion`, `Estelle`) are left out.
 */
export const roleEndings =
  /\p{L}{3}(?:tions?|(?<!n)acion(?:es)?|[au]cao|acoes|zion[ei]|[ai]cij[ae]|acj[ae]|ierung(?:en)?|(?:ein|aus)gang|wesen|dienst|beheer|(?:post|melde|leit|annahme|beschwerde|kontakt|anlauf|service|geschafts|geschaefts)stelle|stvo|ство|osakond|osasto|avdeling(?:en)?|afdeling(?:en)?|afdelning(?:en)?|kontor(?:et)?|abteilung|rechnung(?:en)?|faktur[ay]|fakturor|fakturaer|verwaltung|buchhaltung|betreuung|planung|szolgalat|osztaly|palvelut?|toimisto|hallinto|automaatio|iroda|mudurlugu|departmani|kompaniet|udvalget|sekretariatet?)$/u;

/** Roles and products by whose names people are called as well, in front of a family name. */
export const calledSo: ReadonlySet<string> = new Set(
  words(`
    sage clay copper gong greenhouse lever close front drift asana monday notion box square tally logo cypress looker conga
    clari docker puppet chef salt postman segment braze chorus amplitude django stripe robo press brand media general daily
    order root job queue place personal sala alma satis legal praxis lager grupo gruppe cassa kasse merchant legale
    fleet spa charter parish studio garage nursery counter desk council board faculty grounds stock yard
  `),
);

/** What a group is called in a script that takes no blanks: its work, and a word for a group behind it or none. */
export const groupSigns =
  /^(?:(?:第[一二三]|本社)?(?:営業|総務|経理|人事|購買|調達|法務|開発|情報|技術|企画|広報|管理|製造|品質|契約|請求|受注|財務|業務|販売|销售|财务|行政|采购|法务|客服|市场|运营|研发|业务|인사|영업|총무|회계|구매|법무|개발|지원|재무|마케팅|고객|관리|경영)\p{L}{0,6}(?:部|課|室|係|局|チーム|センター|グループ|窓口|代表|팀|부|부서|센터|실|团队|中心|组))$/u;

/** Words that stand beside the others and say nothing by themselves: places, companies' forms, joining words. */
export const fillerWords: ReadonlySet<string> = new Set(
  words(`
    eu us uk de fr es pt nl se it pl at ch be dk no fi ie ca au br mx in emea apac latam dach nordics nordic benelux iberia
    north south east west europe america americas asia na global international central main new old live int ext internal
    external intern extern the of for and und fur fuer der die das von du des la le les el los do da dos das para e y et i
    dla van voor het och for per di del gmbh ag inc ltd llc corp co sa sas bv ab oy spzoo srl a b c x v1 v2 non not reply
    nicht antworten my our all one two on to with mit avec con com med ja och og us mexico brasil espana deutschland osterreich schweiz suisse france italia polska sverige norge danmark suomi nederland belgie portugal turkiye
  `),
);
