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
    integratie integraties integrationer integrazione integrazioni integrator integrasjon integrationuser
    noreply donotreply nichtantworten keineantwort nepasrepondre noresponder naoresponder nieodpowiadac svarainte
    nietbeantwoorden
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
    export exports import imports importation exportation crawler scraper poller listener dispatcher
    rajapinta rajapinnat palvelutili jarjestelma jarjestelmatili kayttoliittyma tietojarjestelma
    hesabi servishesabi otomasyon sistem rendszer rendszerfiok szolgaltatas szolgaltatasfiok interfesz
    servisni serwisowy serwisowa rozhrani rozhranie interfejs sluzebni systemovy uzel grensesnitt granssnitt graenseflade
    gegevensuitwisseling systeemgebruiker serviciu interfata automatizare
    сервис система системныи сервіс системнии
    интерфеис апи робот бот шлюз
  `),
);

/** Beginnings that carry a machine's word through its endings in every language: `automatyzacja`, `techniczne`. */
export const machineStems =
  /^(?:(?:integra[tcz]|entegra|automat|automac|automaz|techni[^k]|synchron|sincron|synkron)\p{L}{2,}|tecnic\p{L}+|(?:интеграц|інтеграц|автомат|синхрон|техническ|технічн|сервисн|сервісн)\p{L}+)$/u;

/** The same in alphabets whose words take no blank or many endings: found anywhere in a word. As they are written. */
export const machineSigns: readonly string[] = words(`
  連携 自動 システム サービスアカウント ボット 接口 集成 自动 服务账号 服务账户 系统 机器人 연동 자동 시스템 서비스 봇
  ระบบ บัญชีบริการ เชื่อมต่อ خدمة تكامل نظام שירות אינטגרציה מערכת
`);

/** "Do not reply", as its words stand side by side: a negation, and somewhere after it what is not to be done. */
export const noReply =
  /^(?:do not|no|non|not|nao|nie|ne|geen|niet|kein|keine|nicht|inte|ej|ikke|ei) (?:\p{L}+ )?(?:repl|respon|repon|rispon|odpow|odpov|antwo|beantw|svar|vasta|yanit)\p{L}*$/u;

/** Words that a group's name begins with; what follows is its work, in whatever form of the word. */
export const groupWords: ReadonlySet<string> = new Set(
  words(`
    team teams department dept abteilung equipe equipo equipa zespol dzial ufficio reparto afdeling avdelning avdeling
    osasto departement departamento dipartimento
  `),
);

/** Roles, teams and words that are also somebody's name: they say something only where nothing else is said. */
export const roleWords: ReadonlySet<string> = new Set(
  words(`
    info informacje informationen sales admin admins administrator administration office offices hr team teams data it
    support help helpdesk servicedesk billing finance accounting accounts account legal contracts contract marketing ops
    operations contact contacts hello process processes mail mailbox email desk revops salesops partner partners procurement purchasing
    invoices invoice invoicing payroll onboarding recruiting recruitment jobs careers security privacy compliance reception
    quotes quote proposals orders order tender tenders documents document docs doc customer customers success care
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
);

/** Words that stand beside the others and say nothing by themselves: places, companies' forms, joining words. */
export const fillerWords: ReadonlySet<string> = new Set(
  words(`
    eu us uk de fr es pt nl se it pl at ch be dk no fi ie ca au br mx in emea apac latam dach nordics nordic benelux iberia
    north south east west europe america americas asia na global international central main new old live int ext internal
    external intern extern the of for and und fur fuer der die das von du des la le les el los do da dos das para e y et i
    dla van voor het och for per di del gmbh ag inc ltd llc corp co sa sas bv ab oy spzoo srl a b c x v1 v2 non not reply
    nicht antworten my our all one two
  `),
);
