import { describe, expect, test } from 'vitest';
import { allWords } from './all-words.ts';
import { learnWords, plain, says, saysOnly } from './words.ts';
import type { Meaning, Words } from './words/vocabulary.ts';

learnWords(allWords);

const files = import.meta.glob<Words>(['./words/*.ts', '!./words/vocabulary.ts'], { eager: true, import: 'default' });
const byLanguage = new Map(Object.entries(files).map(([file, words]) => [/([\w-]+)\.ts$/.exec(file)![1]!, words]));
const english = byLanguage.get('en')!;

/** Meanings on which an act is held, let go or taken for done. A label must say exactly those that it is listed with. */
const acts = [
  'remove',
  'removed',
  'refused',
  'cancel',
  'save',
  'invite',
  'generate',
] as const satisfies readonly Meaning[];
type Act = (typeof acts)[number];
type Labels = Readonly<Partial<Record<Act | 'nothing', readonly string[]>>>;

/** Labels as interfaces write them: buttons, entries of menus, messages. */
const labels: Readonly<Record<string, Labels>> = {
  en: {
    remove: [
      'Remove',
      'Delete user',
      'Deactivate',
      'Remove from workspaces…',
      'Block user',
      'Terminate access',
      'Revoke access',
    ],
    removed: ['Dana Reyes was removed', '3 users were deleted', 'Dana is no longer a member'],
    refused: [
      'Owner can not be changed.',
      'This member or workspace does not exist.',
      'Something went wrong',
      'Couldn’t copy to clipboard',
    ],
    cancel: ['Cancel', 'CLOSE', 'Back', 'No', 'Keep user', 'Not now', '×'],
    save: ['Save', 'Update role', 'Done', 'OK', 'Yes'],
    invite: ['Invite users', 'Add member'],
    generate: ['Generate', 'Regenerate', 'Create API key'],
    nothing: [
      'Change role',
      'Resend',
      'Kick-off meeting',
      'Add block',
      'Adam Block',
      'Finished tasks',
      'Backlog',
      'Closed deals',
      'Note',
    ],
  },
  de: {
    remove: [
      'Entfernen',
      'Entfernen…',
      'Entfernen aus',
      'Benutzer entfernen',
      'Aus Arbeitsbereich entfernen',
      'Löschen',
      'LÖSCHEN',
      'Deaktivieren',
      'Zugriff entziehen',
      'Konto sperren',
      'Mitgliedschaft beenden',
      'Entfernung bestätigen',
      'Ja, entfernen',
    ],
    removed: ['Dana Reyes wurde entfernt', '3 Benutzer wurden gelöscht', 'EMEA Sales wurde deaktiviert'],
    refused: [
      'Dies kann nicht rückgängig gemacht werden',
      'Etwas ist schiefgelaufen.',
      'Kopieren nicht möglich',
      'Fehlgeschlagen',
      'Serverfehler: Fehlercode 500',
      'Der Inhaber konnte nicht geändert werden',
    ],
    cancel: [
      'Abbrechen',
      'Schließen',
      'Schliessen',
      'Zurück',
      'Nein',
      'Behalten',
      'Benutzer behalten',
      'Dialogfeld schließen',
      'Nicht jetzt',
    ],
    save: ['Speichern', 'Änderungen speichern', 'Übernehmen', 'Fertig', 'Ja'],
    invite: ['Benutzer einladen', 'Einladung senden', 'Mitglied hinzufügen'],
    generate: ['Generieren', 'Neuen Schlüssel generieren', 'Schlüssel erstellen'],
    nothing: [
      'Rolle ändern',
      'Erneut senden',
      'Weiter',
      'Mehr laden',
      'Wissen',
      'Team',
      'Entwickler-Center',
      'Rückgabe',
      'Neinstedt',
    ],
  },
  fr: {
    remove: [
      'Supprimer',
      'Supprimer l’utilisateur',
      "Supprimer de l'espace de travail",
      'Retirer de l’équipe',
      'Retirez Dana Reyes',
      'Désactiver',
      'Révoquer l’accès',
      "Révoquer l'accès",
      'Enlever',
      'Bloquer',
      'Oui, supprimer',
      'Confirmer la suppression',
      'Effacer',
    ],
    removed: [
      'Dana Reyes a été supprimée',
      '3 utilisateurs ont été retirés',
      'Compte désactivé',
      'Dana n’a plus accès',
    ],
    refused: [
      'Le propriétaire ne peut pas être changé',
      'Une erreur est survenue',
      'Veuillez réessayer',
      'Échec de la copie',
      'Impossible de copier',
    ],
    cancel: [
      'Annuler',
      'Fermer',
      'Retour',
      'Non',
      'Conserver',
      'Garder',
      'Plus tard',
      'Fermer la fenêtre',
      'Précédent',
    ],
    save: ['Enregistrer', 'Mettre à jour', 'Appliquer', 'Valider', 'Oui'],
    invite: ['Inviter un nouvel utilisateur', 'Ajouter un membre'],
    generate: ['Générer', 'Régénérer la clé', 'Créer une clé'],
    nothing: [
      'Modifier le rôle',
      'Suivant',
      'Note',
      'Notes internes',
      'Renvoyer',
      'Équipe et licences',
      'Invité',
      'Voir plus',
      'Nonante',
    ],
  },
  es: {
    remove: [
      'Eliminar',
      'Eliminar usuario',
      'Eliminar del espacio de trabajo',
      'Borrar',
      'Quitar',
      'Quitar del equipo',
      'Suprimir',
      'Desactivar',
      'Dar de baja',
      'Revocar acceso',
      'Expulsar',
      'Sí, eliminar',
      'Confirmar eliminación',
    ],
    removed: ['Dana Reyes ha sido eliminada', 'Se eliminaron 3 usuarios', 'Usuario desactivado', 'Ya no tiene acceso'],
    refused: [
      'No se puede cambiar el propietario',
      'No se pudo copiar',
      'Algo salió mal',
      'Inténtelo de nuevo',
      'Inténtalo de nuevo más tarde',
      'Error',
    ],
    cancel: ['Cancelar', 'Cerrar', 'Atrás', 'Volver', 'No', 'Mantener', 'Conservar', 'Ahora no', 'Deshacer'],
    save: ['Guardar', 'Guardar cambios', 'Actualizar', 'Aceptar', 'Sí'],
    invite: ['Invitar a un nuevo usuario', 'Añadir usuarios', 'Agregar usuario'],
    generate: ['Generar', 'Volver a generar', 'Crear una clave'],
    nothing: [
      'Cambiar rol',
      'Siguiente',
      'No disponible',
      'Para revisar',
      'Cerca de usted',
      'Equipo',
      'Invitado',
      'Reenviar',
      'Notas',
    ],
  },
  pt: {
    remove: [
      'Remover',
      'Remover utilizador',
      'Remover usuário',
      'Remover da Área de Trabalho',
      'Eliminar',
      'Excluir',
      'Apagar',
      'Desativar',
      'Desactivar',
      'Revogar acesso',
      'Retirar o acesso',
      'Bloquear',
      'Sim, remover',
      'Confirmar exclusão',
    ],
    removed: ['Dana Reyes foi removida', '3 usuários foram excluídos', 'Utilizador desativado', 'Já não tem acesso'],
    refused: [
      'Não foi possível copiar',
      'O proprietário não pode ser alterado',
      'Ocorreu um erro',
      'Algo correu mal',
      'Tente novamente',
      'Falha ao copiar',
    ],
    cancel: ['Cancelar', 'Fechar', 'Voltar', 'Não', 'Manter', 'Agora não', 'Descartar', 'Manter o acesso', 'Desfazer'],
    save: ['Guardar', 'Salvar', 'Salvar alterações', 'Aplicar', 'Sim'],
    invite: ['Convidar novo utilizador', 'Adicionar usuário', 'Convide a sua equipa'],
    generate: ['Gerar', 'Gerar novamente', 'Criar chave'],
    nothing: [
      'Alterar função',
      'Seguinte',
      'Próximo',
      'Tirar foto',
      'Não lidas',
      'Equipa e licenças',
      'Convidado',
      'Reenviar',
      'Para mim',
    ],
  },
  nl: {
    remove: [
      'Verwijderen',
      'Verwijder',
      'Gebruiker verwijderen',
      'Verwijderen uit werkruimte',
      'Deactiveren',
      'Uitschakelen',
      'Blokkeren',
      'Toegang intrekken',
      'Trek toegang in',
      'Lidmaatschap beëindigen',
      'Werkruimte verlaten',
      'Ja, verwijderen',
      'Verwijdering bevestigen',
    ],
    removed: [
      'Dana Reyes is verwijderd',
      '3 gebruikers verwijderd',
      'Account gedeactiveerd',
      'Heeft geen toegang meer',
    ],
    refused: [
      'De eigenaar kan niet worden gewijzigd',
      'Er is iets misgegaan',
      'Er is een fout opgetreden',
      'Probeer het opnieuw',
      'Kopiëren mislukt',
    ],
    cancel: ['Annuleren', 'Sluiten', 'Terug', 'Nee', 'Behouden', 'Niet nu', 'Overslaan', 'Venster sluiten', 'Vorige'],
    save: ['Opslaan', 'Wijzigingen opslaan', 'Bijwerken', 'Klaar', 'Ja'],
    invite: ['Gebruikers uitnodigen', 'Nieuwe gebruiker uitnodigen', 'Leden toevoegen'],
    generate: ['Genereren', 'Opnieuw genereren', 'Sleutel aanmaken'],
    nothing: [
      'Rol wijzigen',
      'Volgende',
      'Man',
      'Team',
      'Opnieuw verzenden',
      'Terugbelverzoeken',
      'Facturering',
      'Gesloten',
      'Beheerder',
    ],
  },
  sv: {
    remove: [
      'Ta bort',
      'TA BORT',
      'Ta bort användare',
      'Ta bort från arbetsytan',
      'Radera',
      'Inaktivera',
      'Avaktivera',
      'Stäng av',
      'Stäng av användare',
      'Blockera',
      'Återkalla åtkomst',
      'Ja, ta bort',
      'Bekräfta borttagning',
    ],
    removed: ['Dana Reyes har tagits bort', '3 användare togs bort', 'Borttagen', 'Kontot är inaktiverat'],
    refused: [
      'Ägaren kan inte ändras',
      'Det gick inte att kopiera',
      'Något gick fel',
      'Ett fel uppstod',
      'Försök igen',
      'Kopieringen misslyckades',
    ],
    cancel: [
      'Avbryt',
      'Stäng',
      'Tillbaka',
      'Nej',
      'Behåll',
      'Behåll användaren',
      'Inte nu',
      'Hoppa över',
      'Ångra',
      'Ta inte bort',
    ],
    save: ['Spara', 'Spara ändringar', 'Uppdatera', 'Klar', 'Ja'],
    invite: ['Bjud in ny användare', 'Bjud in', 'Lägg till medlemmar'],
    generate: ['Generera', 'Generera ny nyckel', 'Skapa nyckel'],
    nothing: [
      'Ändra roll',
      'Nästa',
      'Skicka igen',
      'Tabort',
      'Stängda affärer',
      'Lägg till block',
      'Filter',
      'Borta',
      'Team',
    ],
  },
  it: {
    remove: [
      'Rimuovi',
      'Rimuovere',
      'Rimuovi utente',
      'Rimuovi dall’area di lavoro',
      'Elimina',
      'Cancella',
      'Disattiva',
      'Disabilita',
      'Blocca',
      'Revoca accesso',
      "Revoca l'accesso",
      'Togli',
      'Sì, rimuovi',
      'Conferma rimozione',
    ],
    removed: ['Dana Reyes è stata rimossa', '3 utenti eliminati', 'Account disattivato', 'Non ha più accesso'],
    refused: [
      'Il proprietario non può essere modificato',
      'Impossibile copiare',
      'Si è verificato un errore',
      'Qualcosa è andato storto',
      'Riprova più tardi',
    ],
    cancel: ['Annulla', 'Chiudi', 'Indietro', 'No', 'Mantieni', 'Non ora', 'Salta', 'Ignora', 'Chiudi finestra'],
    save: ['Salva', 'Salva modifiche', 'Aggiorna', 'Fatto', 'Sì'],
    invite: ['Invita utenti', 'Aggiungi membro', 'Nuovo utente'],
    generate: ['Genera', 'Rigenera', 'Crea chiave'],
    nothing: [
      'Cambia ruolo',
      'Avanti',
      'In sospeso',
      'Attività terminate',
      'Due',
      'No-reply',
      'Squadra',
      'Reinvia',
      'Fatture',
    ],
  },
  pl: {
    remove: [
      'Usuń',
      'Usuń użytkownika',
      'Usuń z przestrzeni roboczej',
      'Usunąć użytkownika?',
      'Skasuj',
      'Dezaktywuj',
      'Wyłącz',
      'Zablokuj',
      'Zawieś',
      'Odbierz dostęp',
      'Cofnij dostęp',
      'Tak, usuń',
      'Potwierdź usunięcie',
    ],
    removed: ['Dana Reyes została usunięta', 'Usunięto 3 użytkowników', 'Konto dezaktywowano', 'Nie ma już dostępu'],
    refused: [
      'Nie można zmienić właściciela',
      'Nie udało się skopiować',
      'Coś poszło nie tak',
      'Wystąpił błąd',
      'Spróbuj ponownie',
      'Brak uprawnień',
    ],
    cancel: ['Anuluj', 'Zamknij', 'Wstecz', 'Nie', 'Zachowaj', 'Nie teraz', 'Pomiń', 'Odrzuć', 'Zamknij okno'],
    save: ['Zapisz', 'Zapisz zmiany', 'Zastosuj', 'Gotowe', 'Tak'],
    invite: ['Zaproś użytkowników', 'Dodaj członka', 'Wyślij zaproszenie'],
    generate: ['Wygeneruj', 'Generuj ponownie', 'Utwórz klucz'],
    nothing: [
      'Zmień rolę',
      'Dalej',
      'To do',
      'Wyślij ponownie',
      'Niedziela',
      'Zespół',
      'Ustawienia',
      'Zamknięte',
      'Odblokuj',
    ],
  },
};

/** Headings, columns, tabs and names of roles: a text that says this and nothing else. */
const headings: Readonly<Record<string, Readonly<Partial<Record<Meaning, readonly string[]>>>>> = {
  en: {
    'member-list': ['Team', 'Team and seats', 'Members (12)'],
    'api-keys': ['API keys'],
    'api-area': ['Dev Center'],
    'sandbox-key': ['Sandbox key'],
    you: ['(you)', 'You'],
    'next-page': ['Next', 'Page 2', 'Go to page 3'],
    'not-a-person': ['filter', 'filters', 'photo'],
    workspace: ['Workspace'],
  },
  de: {
    'member-list': ['Team und Lizenzen', 'Mitglieder (12)', 'Benutzerverwaltung'],
    'all-users': ['Alle Benutzer'],
    workspaces: ['Arbeitsbereiche'],
    settings: ['Einstellungen'],
    'api-keys': ['API-Schlüssel'],
    'api-area': ['Entwickler-Center'],
    'sandbox-key': ['Sandbox-Schlüssel'],
    'production-key': ['Produktionsschlüssel'],
    you: ['(Sie)', 'Du'],
    role: ['Rolle', 'Rollen:'],
    licence: ['Lizenz'],
    'role-name': ['Administrator', 'Mitglied', 'Mitarbeiter'],
    'next-page': ['Weiter', 'Nächste Seite'],
    'load-more': ['Mehr laden'],
    actions: ['Aktionen', 'Weitere Aktionen'],
    'not-entitled': ['Demo anfordern'],
    'not-a-person': ['filter', 'foto', 'bild'],
  },
  fr: {
    'member-list': ['Équipe', 'Équipe et licences', 'Membres'],
    'all-users': ['Tous les utilisateurs'],
    workspaces: ['Espaces de travail'],
    settings: ['Paramètres'],
    'api-keys': ['Clés API', 'Clés d’API'],
    'sandbox-key': ['Clé sandbox', 'Clé de test'],
    'production-key': ['Clé de production'],
    you: ['(vous)', 'C’est vous'],
    role: ['Rôle'],
    'role-name': ['Administrateur', 'Gestionnaire'],
    'licence-name': ['Invité', 'Lecture seule'],
    'next-page': ['Suivant', 'Page suivante'],
  },
  es: {
    'member-list': ['Equipo', 'Equipo y licencias', 'Miembros'],
    'all-users': ['Todos los usuarios'],
    workspaces: ['Espacios de trabajo'],
    settings: ['Configuración', 'Ajustes'],
    'api-keys': ['Claves API', 'Claves de API'],
    'sandbox-key': ['Clave de prueba'],
    'production-key': ['Clave de producción'],
    you: ['(tú)', '(usted)'],
    'role-name': ['Administrador', 'Gestor', 'Gerente'],
    'licence-name': ['Invitado', 'Solo lectura'],
    'next-page': ['Siguiente'],
  },
  pt: {
    'member-list': ['Equipa', 'Equipe', 'Equipa e licenças', 'Utilizadores', 'Usuários'],
    'all-users': ['Todos os utilizadores', 'Todos os usuários'],
    workspaces: ['Áreas de Trabalho', 'Espaços de trabalho'],
    settings: ['Definições', 'Configurações'],
    'api-keys': ['Chaves de API'],
    'sandbox-key': ['Chave de teste'],
    'production-key': ['Chave de produção'],
    you: ['(você)', '(eu)'],
    'role-name': ['Gestor', 'Gerente', 'Administrador'],
    'licence-name': ['Convidado', 'Somente leitura', 'Apenas leitura'],
    'next-page': ['Seguinte', 'Próximo'],
  },
  nl: {
    'member-list': ['Team', 'Teamleden', 'Gebruikers'],
    'all-users': ['Alle gebruikers'],
    workspaces: ['Werkruimtes', 'Werkplekken'],
    settings: ['Instellingen'],
    'api-keys': ['API-sleutels'],
    'sandbox-key': ['Sandbox-sleutel'],
    'production-key': ['Productiesleutel'],
    you: ['(jij)', 'Dit bent u'],
    'role-name': ['Beheerder', 'Lid'],
    'licence-name': ['Alleen-lezen', 'Gast'],
    'next-page': ['Volgende'],
  },
  sv: {
    'member-list': ['Team', 'Medlemmar', 'Användare (3)'],
    'all-users': ['Alla användare'],
    workspaces: ['Arbetsytor'],
    settings: ['Inställningar'],
    'api-keys': ['API-nycklar'],
    'sandbox-key': ['Sandbox-nyckel', 'Testnyckel'],
    'production-key': ['Produktionsnyckel'],
    you: ['(du)', 'Det är du'],
    'role-name': ['Administratör', 'Medlem'],
    'licence-name': ['Skrivskyddad', 'Gäst'],
    'next-page': ['Nästa', 'Nästa sida'],
  },
  it: {
    'member-list': ['Team', 'Membri', 'Utenti'],
    'all-users': ['Tutti gli utenti'],
    workspaces: ['Aree di lavoro', 'Spazi di lavoro'],
    settings: ['Impostazioni'],
    'api-keys': ['Chiavi API'],
    'sandbox-key': ['Chiave sandbox'],
    'production-key': ['Chiave di produzione'],
    you: ['(tu)', 'Sei tu'],
    'role-name': ['Amministratore', 'Membro'],
    'licence-name': ['Sola lettura', 'Ospite'],
    'next-page': ['Avanti', 'Pagina successiva'],
  },
  pl: {
    'member-list': ['Zespół', 'Członkowie', 'Użytkownicy'],
    'all-users': ['Wszyscy użytkownicy'],
    workspaces: ['Przestrzenie robocze', 'Obszary robocze'],
    settings: ['Ustawienia'],
    'api-keys': ['Klucze API'],
    'sandbox-key': ['Klucz testowy'],
    'production-key': ['Klucz produkcyjny'],
    you: ['(to Ty)'],
    'role-name': ['Administrator', 'Członek'],
    'licence-name': ['Tylko do odczytu', 'Gość'],
    'next-page': ['Dalej', 'Następna strona'],
  },
};

/** Labels that remove nobody and leave nothing. One line each kind: acts, navigation, settings, tables, states. */
const innocent: Readonly<Record<string, string>> = {
  en: `Save|Invite|Search|Next|Export|View|Details|Edit|Add|Create|Copy|Share|Send|Download|Upload|Print|Rename|Move|Select|Filter
    |Home|Inbox|Documents|Templates|Contacts|Reports|Payments|Rooms|Automations|Add-ons|Settings|Billing|Security|Notifications|Integrations
    |Team and seats|All users|Workspaces|Roles|Dev Center|Monitoring|Logs|Configuration|Webhooks history|Interface language|Audit log
    |Name|Role|License|Status|Created|Last used|Owner|Actions|Pending|Active|Unblocked|Show key|Change role|Transfer ownership|Log out
    |Enable|Request a demo|Load more|Clear selection|Quick start guide|Retire|Quite new|Knowledge|Closed|Backup|Notes`,
  de: `Speichern|Einladen|Suchen|Weiter|Exportieren|Ansehen|Details|Bearbeiten|Hinzufügen|Erstellen|Kopieren|Teilen|Senden|Herunterladen|Hochladen
    |Drucken|Umbenennen|Verschieben|Auswählen|Filtern|Startseite|Posteingang|Dokumente|Vorlagen|Kontakte|Berichte|Zahlungen|Räume
    |Automatisierungen|Add-ons|Einstellungen|Abrechnung|Sicherheit|Benachrichtigungen|Integrationen|Team und Lizenzen|Alle Benutzer
    |Arbeitsbereiche|Rollen|Entwickler-Center|Überwachung|Protokolle|Konfiguration|Webhook-Verlauf|Schnittstellensprache|Überwachungsprotokoll
    |Name|Rolle|Lizenz|Status|Erstellt|Zuletzt verwendet|Inhaber|Aktionen|Ausstehend|Aktiv|Entsperren|Schlüssel anzeigen|Rolle ändern
    |Eigentum übertragen|Abmelden|Aktivieren|Demo anfordern|Mehr laden|Auswahl aufheben|Schnellstartanleitung|Wissen|Block hinzufügen|Tag|Rückmeldungen`,
  fr: `Enregistrer|Inviter|Rechercher|Suivant|Exporter|Afficher|Détails|Modifier|Ajouter|Créer|Copier|Partager|Envoyer|Télécharger|Importer
    |Imprimer|Renommer|Déplacer|Sélectionner|Filtrer|Accueil|Boîte de réception|Documents|Modèles|Contacts|Rapports|Paiements|Salles
    |Automatisations|Modules|Paramètres|Facturation|Sécurité|Notifications|Intégrations|Équipe et licences|Tous les utilisateurs
    |Espaces de travail|Rôles|Espace développeur|Surveillance|Journaux|Configuration|Historique des webhooks|Langue de l’interface|Journal d’audit
    |Nom|Rôle|Licence|Statut|Créé le|Dernière utilisation|Propriétaire|Actions|En attente|Actif|Débloquer|Afficher la clé|Modifier le rôle
    |Transférer la propriété|Se déconnecter|Activer|Demander une démo|Charger plus|Tout désélectionner|Guide de démarrage rapide|Note|Fermé|Mer`,
  es: `Guardar|Invitar|Buscar|Siguiente|Exportar|Ver|Detalles|Editar|Añadir|Crear|Copiar|Compartir|Enviar|Descargar|Subir|Imprimir|Renombrar
    |Mover|Seleccionar|Filtrar|Inicio|Bandeja de entrada|Documentos|Plantillas|Contactos|Informes|Pagos|Salas|Automatizaciones|Complementos
    |Configuración|Ajustes|Facturación|Seguridad|Notificaciones|Integraciones|Equipo|Todos los usuarios|Espacios de trabajo|Roles
    |Centro de desarrolladores|Supervisión|Registros|Historial de webhooks|Idioma de la interfaz|Registro de auditoría|Nombre|Rol|Licencia|Estado
    |Creado el|Último uso|Propietario|Acciones|Pendiente|Activo|Desbloquear|Mostrar clave|Cambiar rol|Transferir propiedad|Cerrar sesión|Activar
    |Habilitar|Solicitar una demo|Cargar más|Guía de inicio rápido|No leídos|Para usted|Baja prioridad|Saldo|Nota|Atrasado`,
  pt: `Guardar|Salvar|Convidar|Pesquisar|Seguinte|Próximo|Exportar|Ver|Detalhes|Editar|Adicionar|Criar|Copiar|Partilhar|Compartilhar|Enviar
    |Transferir|Baixar|Carregar|Imprimir|Mudar o nome|Renomear|Mover|Selecionar|Filtrar|Início|Caixa de entrada|Documentos|Modelos|Contactos
    |Contatos|Relatórios|Pagamentos|Salas|Automatizações|Automações|Definições|Configurações|Faturação|Faturamento|Segurança|Notificações
    |Integrações|Equipa e licenças|Todos os utilizadores|Áreas de Trabalho|Funções|Monitorização|Registos|Histórico de webhooks
    |Idioma da interface|Nome|Função|Licença|Estado|Criado em|Última utilização|Proprietário|Ações|Pendente|Ativo|Desbloquear|Mostrar chave
    |Alterar função|Transferir propriedade|Terminar sessão|Sair|Ativar|Solicitar uma demonstração|Carregar mais|Tirar foto|Não lidas|Para si|Nota`,
  nl: `Opslaan|Uitnodigen|Zoeken|Volgende|Exporteren|Bekijken|Details|Bewerken|Toevoegen|Maken|Kopiëren|Delen|Verzenden|Downloaden|Uploaden
    |Afdrukken|Naam wijzigen|Verplaatsen|Selecteren|Filteren|Start|Postvak IN|Documenten|Sjablonen|Contacten|Rapporten|Betalingen|Ruimtes
    |Automatiseringen|Add-ons|Instellingen|Facturering|Beveiliging|Meldingen|Integraties|Team en licenties|Alle gebruikers|Werkruimtes|Rollen
    |Ontwikkelaarscentrum|Bewaking|Logboeken|Configuratie|Webhookgeschiedenis|Taal van de interface|Controlelogboek|Naam|Rol|Licentie|Status
    |Gemaakt op|Laatst gebruikt|Eigenaar|Acties|In behandeling|Actief|Deblokkeren|Sleutel tonen|Rol wijzigen|Eigendom overdragen|Uitloggen
    |Inschakelen|Demo aanvragen|Meer laden|Snelstartgids|Man|Gesloten|Terugbellen|Notities|Tag|Kaart`,
  sv: `Spara|Bjud in|Sök|Nästa|Exportera|Visa|Detaljer|Redigera|Lägg till|Skapa|Kopiera|Dela|Skicka|Ladda ner|Ladda upp|Skriv ut|Byt namn|Flytta
    |Välj|Filtrera|Hem|Inkorg|Dokument|Mallar|Kontakter|Rapporter|Betalningar|Rum|Automatiseringar|Tillägg|Inställningar|Fakturering|Säkerhet
    |Aviseringar|Integrationer|Team och licenser|Alla användare|Arbetsytor|Roller|Utvecklarcenter|Övervakning|Loggar|Konfiguration
    |Webhookhistorik|Gränssnittsspråk|Granskningslogg|Namn|Roll|Licens|Status|Skapad|Senast använd|Ägare|Åtgärder|Väntande|Aktiv|Avblockera
    |Visa nyckel|Ändra roll|Överför ägarskap|Logga ut|Aktivera|Boka demo|Ladda fler|Avmarkera alla|Snabbstartsguide|Lägg till block|Bort|Stängda|Ja|Anteckning`,
  it: `Salva|Invita|Cerca|Avanti|Esporta|Visualizza|Dettagli|Modifica|Aggiungi|Crea|Copia|Condividi|Invia|Scarica|Carica|Stampa|Rinomina|Sposta
    |Seleziona|Filtra|Home|Posta in arrivo|Documenti|Modelli|Contatti|Report|Pagamenti|Stanze|Automazioni|Componenti aggiuntivi|Impostazioni
    |Fatturazione|Sicurezza|Notifiche|Integrazioni|Team e licenze|Tutti gli utenti|Aree di lavoro|Ruoli|Centro sviluppatori|Monitoraggio|Log
    |Configurazione|Cronologia webhook|Lingua dell’interfaccia|Registro di controllo|Nome|Ruolo|Licenza|Stato|Creata il|Ultimo utilizzo
    |Proprietario|Azioni|In sospeso|Attivo|Sblocca|Mostra chiave|Cambia ruolo|Trasferisci proprietà|Esci|Attiva|Abilita|Richiedi una demo
    |Carica altro|Deseleziona tutto|Guida rapida|Due|Nota|Attività terminate|Chiuso|Per te|Salto`,
  pl: `Zapisz|Zaproś|Szukaj|Dalej|Eksportuj|Wyświetl|Szczegóły|Edytuj|Dodaj|Utwórz|Kopiuj|Udostępnij|Wyślij|Pobierz|Prześlij|Drukuj
    |Zmień nazwę|Przenieś|Zaznacz|Filtruj|Strona główna|Skrzynka odbiorcza|Dokumenty|Szablony|Kontakty|Raporty|Płatności|Pokoje|Automatyzacje
    |Dodatki|Ustawienia|Rozliczenia|Bezpieczeństwo|Powiadomienia|Integracje|Zespół i licencje|Wszyscy użytkownicy|Przestrzenie robocze|Role
    |Centrum deweloperów|Monitorowanie|Dzienniki|Konfiguracja|Historia webhooków|Język interfejsu|Dziennik inspekcji|Nazwa|Rola|Licencja|Status
    |Utworzono|Ostatnie użycie|Właściciel|Akcje|Oczekujące|Aktywny|Odblokuj|Pokaż klucz|Zmień rolę|Przenieś własność|Wyloguj się|Włącz
    |Poproś o demo|Załaduj więcej|Odznacz wszystko|Szybki start|To do|Notatka|Zamknięte|Nieprzeczytane|Niedziela`,
};

const languages = Object.keys(labels);
const cases = (language: string): [string, Act | 'nothing'][] =>
  Object.entries(labels[language]!).flatMap(([act, all]) =>
    all.map((label): [string, Act | 'nothing'] => [label, act as Act | 'nothing']),
  );

describe.each(languages)('%s', (language) => {
  const file = byLanguage.get(language)!;

  test('has a file with every meaning that English has, its language and its evidence', () => {
    expect(file.language).toBe(language);
    expect(file.evidence.length).toBeGreaterThan(40);
    expect(Object.keys(file.words).sort()).toEqual(Object.keys(english.words).sort());
    for (const [meaning, phrases] of Object.entries(file.words)) expect(phrases, meaning).not.toHaveLength(0);
  });

  test('writes every phrase once, plain and composed', () => {
    for (const [meaning, phrases] of Object.entries(file.words)) {
      const written = phrases.map((phrase) => phrase.replace(/^=/, ''));
      for (const phrase of written) {
        expect(phrase, meaning).toBe(phrase.normalize('NFC'));
        expect(phrase, meaning).toBe(plain(phrase));
        expect(phrase, meaning).toMatch(/^[^=*]+\*?$/u);
      }
      expect(
        new Set(written).size,
        `${meaning}: ${written.filter((phrase, at) => written.indexOf(phrase) !== at).join(', ')}`,
      ).toBe(written.length);
    }
  });

  test('is asked with at least 25 labels', () => {
    expect(cases(language).length).toBeGreaterThanOrEqual(25);
    expect(labels[language]!.nothing!.length).toBeGreaterThanOrEqual(8);
  });

  test.each(cases(language))('“%s” says %s', (label, act) => {
    const said = acts.filter((meaning) => says(meaning, label));
    if (act === 'nothing') expect(said).toEqual([]);
    // "Yes, remove" and "Don't remove" say both: what leaves counts before what removes, that before what saves.
    else
      expect(
        said.filter((meaning) =>
          act === 'remove' ? meaning !== 'save' : act === 'cancel' ? meaning !== 'remove' : true,
        ),
      ).toEqual([act]);
    // Capitals, decomposed letters and typographic apostrophes change nothing.
    for (const same of [
      label.toLowerCase(),
      label.replaceAll('ß', 'ẞ').toUpperCase(),
      label.normalize('NFD'),
      label.replaceAll("'", '’'),
      `  ${label} `,
    ]) {
      expect(
        acts.filter((meaning) => says(meaning, same)),
        same,
      ).toEqual(said);
    }
  });

  test('headings, columns and names of roles', () => {
    const unsaid = Object.entries(headings[language]!).flatMap(([meaning, texts]) =>
      texts.filter((text) => !saysOnly(meaning as Meaning, text)).map((text) => `${text}: ${meaning}`),
    );
    expect(unsaid).toEqual([]);
  });

  test('no innocent label removes or leaves, in whatever language it is taken', () => {
    const texts = innocent[language]!.split('|').map((text) => text.trim());
    expect(texts.length).toBeGreaterThanOrEqual(60);
    const wrong = texts.flatMap((text) =>
      (['remove', 'cancel'] as const).filter((meaning) => says(meaning, text)).map((meaning) => `${text}: ${meaning}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('every word file is known and asked about here', () => {
  expect(allWords.map((words) => words.language).sort()).toEqual([...languages].sort());
  expect([...byLanguage.keys()].sort()).toEqual([...languages].sort());
});

test('no phrase that removes in one language leaves a dialog in another', () => {
  const both = [...byLanguage].flatMap(([language, { words }]) => [
    ...(words.remove ?? [])
      .filter((phrase) => says('cancel', phrase.replace(/^=|\*$/g, '')))
      .map((phrase) => `${language} remove ${phrase}`),
  ]);
  expect(both).toEqual([]);
});

test('what waits is not taken for removed', () => {
  for (const text of [
    'Pending',
    'Ausstehend',
    'En attente',
    'Pendiente',
    'Pendente',
    'In behandeling',
    'Väntande',
    'In sospeso',
    'Oczekujące',
  ]) {
    expect(says('invited', text), text).toBe(true);
    expect(says('removed', text), text).toBe(false);
  }
});

test('all workspaces, as dialogs write it', () => {
  for (const text of [
    'Dana will lose access to all workspaces.',
    'Dana verliert den Zugriff auf alle Arbeitsbereiche.',
    'Dana perdra l’accès à tous les espaces de travail.',
    'Dana perderá el acceso a todos los espacios de trabajo.',
    'Dana perderá o acesso a todas as áreas de trabalho.',
    'Dana verliest toegang tot alle werkruimtes.',
    'Dana förlorar åtkomsten till alla arbetsytor.',
    'Dana perderà l’accesso a tutte le aree di lavoro.',
    'Dana utraci dostęp do wszystkich przestrzeni roboczych.',
  ]) {
    expect(says('select-all', text), text).toBe(true);
  }
});

test('who is signed in: a word, never initials or a name', () => {
  for (const text of ['(you)', '(Sie)', 'Du', '(vous)', '(tú)', '(você)', '(jij)', '(du)', '(tu)']) {
    expect(saysOnly('you', text), text).toBe(true);
  }
  for (const text of ['DU', 'TU', 'IO', 'EU', 'YO', 'U', 'NI', 'Ty', 'Ja', 'Lei', 'Dana Reyes', 'Du Pont']) {
    expect(saysOnly('you', text), text).toBe(false);
  }
});

test('a phrase inside a longer word says nothing', () => {
  for (const text of ['Nonprofit', 'Unremovable', 'Verwijderbaar', 'Débloquer', 'Rückwärtssuche', 'Sblocca']) {
    expect(
      acts.filter((act) => says(act, text)),
      text,
    ).toEqual([]);
  }
});

test('a whole text is one phrase, even where a shorter one with any ending comes first', () => {
  expect(saysOnly('invite', 'Invite new user')).toBe(false);
  expect(saysOnly('invited', 'Invitation gesendet')).toBe(false);
  expect(saysOnly('invited', 'Resend invitation')).toBe(true);
  expect(saysOnly('generate', 'Neuen Schlüssel')).toBe(true);
});
