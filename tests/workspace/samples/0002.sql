BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE attached (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	process VARCHAR(64) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	value_id TEXT NOT NULL, 
	step JSON, 
	content JSON NOT NULL, 
	is_removed BOOLEAN NOT NULL, 
	CONSTRAINT pk_attached PRIMARY KEY (id), 
	CONSTRAINT fk_attached_process_process FOREIGN KEY(process) REFERENCES process (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "attached" VALUES('10-1',10,'2-3','risk','r1','{"organisation": "Nord", "variant": "", "process": "nord", "step": "motta_soknad", "label": "Motta s\u00f8knad", "before": [], "after": ["Kontrollere vedlegg"]}','{"id": "r1", "name": "Frist brytes", "on": [], "position": "none", "guards": [], "blocking": false, "kind": "risk", "description": "", "category": "", "cause": "", "consequence": "", "likelihood": "", "impact": "", "scale": "", "treatment": "", "residual_likelihood": "", "residual_impact": "", "owner": ""}',0);
CREATE TABLE cause (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	service VARCHAR(64) NOT NULL, 
	steps JSON NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	text TEXT NOT NULL, 
	organisation VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_cause PRIMARY KEY (id), 
	CONSTRAINT fk_cause_service_service FOREIGN KEY(service) REFERENCES service (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "cause" VALUES('7-1',7,'2-1','[{"organisation": "Nord", "variant": "", "process": "nord", "step": "motta_soknad", "label": "Motta s\u00f8knad", "before": [], "after": ["Kontrollere vedlegg"]}]','habit','Slik har det alltid vært','');
CREATE TABLE change (
	command INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	"before" JSON, 
	"after" JSON, 
	CONSTRAINT pk_change PRIMARY KEY (command, place), 
	CONSTRAINT fk_change_command_command FOREIGN KEY(command) REFERENCES command (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "change" VALUES(1,0,'setting','name',NULL,'{"id": "name", "version": 1, "value": "Ny kommune"}');
INSERT INTO "change" VALUES(2,0,'service','2-1',NULL,'{"id": "2-1", "version": 2, "name": "S\u00f8knad", "owner": "", "recipient": "", "next_workshop": "", "gain": "", "plan_goals": "", "keep": null, "approved": false}');
INSERT INTO "change" VALUES(2,1,'organisation','2-2',NULL,'{"id": "2-2", "version": 2, "name": "Nord", "letter": "", "place": 1, "is_reference": false}');
INSERT INTO "change" VALUES(2,2,'process','2-3',NULL,'{"id": "2-3", "version": 2, "service": "2-1", "organisation": "2-2", "variant": "", "source_name": "nord.txt", "source": "7aa8d6d3817b6d73f7a22d3a2ef6287902933a82d0bed015c2f016af06b93272", "element": "nord", "edited": ""}');
INSERT INTO "change" VALUES(2,3,'organisation','2-4',NULL,'{"id": "2-4", "version": 2, "name": "S\u00f8r", "letter": "", "place": 2, "is_reference": false}');
INSERT INTO "change" VALUES(2,4,'process','2-5',NULL,'{"id": "2-5", "version": 2, "service": "2-1", "organisation": "2-4", "variant": "", "source_name": "sor.txt", "source": "4f3f196a7bc9e4c2afcc46ed35b8252719e447e792666e40990bea8135cc3b1f", "element": "sor", "edited": ""}');
INSERT INTO "change" VALUES(3,0,'service','2-1','{"id": "2-1", "version": 2, "name": "S\u00f8knad", "owner": "", "recipient": "", "next_workshop": "", "gain": "", "plan_goals": "", "keep": null, "approved": false}','{"id": "2-1", "version": 3, "name": "S\u00f8knad", "owner": "Leder", "recipient": "", "next_workshop": "2026-11-30", "gain": "", "plan_goals": "", "keep": 1, "approved": false}');
INSERT INTO "change" VALUES(4,0,'organisation','2-2','{"id": "2-2", "version": 2, "name": "Nord", "letter": "", "place": 1, "is_reference": false}','{"id": "2-2", "version": 4, "name": "Nord", "letter": "N", "place": 1, "is_reference": false}');
INSERT INTO "change" VALUES(5,0,'confirmation','5-1',NULL,'{"id": "5-1", "version": 5, "service": "2-1", "kind": "alone", "steps": [{"organisation": "Nord", "variant": "", "process": "nord", "step": "motta_soknad", "label": "Motta s\u00f8knad", "before": [], "after": ["Kontrollere vedlegg"]}]}');
INSERT INTO "change" VALUES(6,0,'decision','6-1',NULL,'{"id": "6-1", "version": 6, "service": "2-1", "place": 1, "decision": {"id": "B1", "about": {"steps": [{"organisation": "Nord", "variant": "", "process": "nord", "step": "motta_soknad", "label": "Motta s\u00f8knad", "before": [], "after": ["Kontrollere vedlegg"]}], "order": null, "presence": null, "within": null, "repeat": null, "names": null, "attached": null}, "choice": "keep", "from": "", "text": "", "where": [], "condition": "", "to": null, "reason": "Loven krever det", "cause": "", "by": "Leder", "agreed": [], "dissent": [], "state": "proposed", "at": "", "replaces": ""}}');
INSERT INTO "change" VALUES(7,0,'cause','7-1',NULL,'{"id": "7-1", "version": 7, "service": "2-1", "steps": [{"organisation": "Nord", "variant": "", "process": "nord", "step": "motta_soknad", "label": "Motta s\u00f8knad", "before": [], "after": ["Kontrollere vedlegg"]}], "kind": "habit", "text": "Slik har det alltid v\u00e6rt", "organisation": ""}');
INSERT INTO "change" VALUES(8,0,'note','8-1',NULL,'{"id": "8-1", "version": 8, "service": "2-1", "kind": "problem", "text": "Mangler ofte tegninger", "steps": [{"organisation": "Nord", "variant": "", "process": "nord", "step": "motta_soknad", "label": "Motta s\u00f8knad", "before": [], "after": ["Kontrollere vedlegg"]}], "organisation": ""}');
INSERT INTO "change" VALUES(9,0,'scale','9-1',NULL,'{"id": "9-1", "version": 9, "content": {"id": "likelihood", "name": "", "source": "", "version": "", "levels": [{"value": "1", "name": "Lite sannsynlig", "colour": ""}], "cells": []}}');
INSERT INTO "change" VALUES(10,0,'attached','10-1',NULL,'{"id": "10-1", "version": 10, "process": "2-3", "kind": "risk", "value_id": "r1", "step": {"organisation": "Nord", "variant": "", "process": "nord", "step": "motta_soknad", "label": "Motta s\u00f8knad", "before": [], "after": ["Kontrollere vedlegg"]}, "content": {"id": "r1", "name": "Frist brytes", "on": [], "position": "none", "guards": [], "blocking": false, "kind": "risk", "description": "", "category": "", "cause": "", "consequence": "", "likelihood": "", "impact": "", "scale": "", "treatment": "", "residual_likelihood": "", "residual_impact": "", "owner": ""}, "is_removed": false}');
INSERT INTO "change" VALUES(11,0,'process','2-3','{"id": "2-3", "version": 2, "service": "2-1", "organisation": "2-2", "variant": "", "source_name": "nord.txt", "source": "7aa8d6d3817b6d73f7a22d3a2ef6287902933a82d0bed015c2f016af06b93272", "element": "nord", "edited": ""}','{"id": "2-3", "version": 11, "service": "2-1", "organisation": "2-2", "variant": "", "source_name": "nord.txt", "source": "7aa8d6d3817b6d73f7a22d3a2ef6287902933a82d0bed015c2f016af06b93272", "element": "nord", "edited": "b29cc353fa183a0b544052d78cd1b6777c9257a242f359f72e50b0a34f43a4ba"}');
INSERT INTO "change" VALUES(12,0,'setting','language',NULL,'{"id": "language", "version": 12, "value": "nb"}');
INSERT INTO "change" VALUES(13,0,'sign_off','13-1',NULL,'{"id": "13-1", "version": 13, "decision": "6-1", "organisation": "2-4", "agrees": false, "why": "Nei"}');
INSERT INTO "change" VALUES(15,0,'note','15-1',NULL,'{"id": "15-1", "version": 15, "service": "2-1", "kind": "note", "text": "Angres", "steps": [], "organisation": ""}');
INSERT INTO "change" VALUES(16,0,'note','15-1','{"id": "15-1", "version": 15, "service": "2-1", "kind": "note", "text": "Angres", "steps": [], "organisation": ""}',NULL);
CREATE TABLE command (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(8) NOT NULL, 
	name VARCHAR(64) NOT NULL, 
	told JSON NOT NULL, 
	who TEXT NOT NULL, 
	role VARCHAR(16) NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	target INTEGER, 
	CONSTRAINT fk_command_target_command FOREIGN KEY(target) REFERENCES command (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "command" VALUES(1,'mark','create-project','{"name": "Ny kommune"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(2,'do','add-files','{"service": "S\u00f8knad", "count": 2, "anew": 0, "names": "Nord, S\u00f8r"}','Skriver','scribe','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(3,'do','change-service','{"name": "S\u00f8knad"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(4,'do','change-organisation','{"name": "Nord", "before": "Nord"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(5,'do','confirm','{"kind": "alone", "steps": "Motta s\u00f8knad"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(6,'do','decide','{"count": 1, "choice": "keep", "text": "Motta s\u00f8knad"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(7,'do','give-cause','{"kind": "habit", "step": "Motta s\u00f8knad"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(8,'do','add-note','{"kind": "problem", "text": "Mangler ofte tegninger"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(9,'do','set-scale','{"name": "likelihood"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(10,'do','set-attached','{"kind": "risk", "name": "Frist brytes", "step": "Motta s\u00f8knad"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(11,'do','edit-process','{"organisation": "Nord", "step": "Motta s\u00f8knad"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(12,'do','change-setting','{"setting": "language", "value": "nb"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(13,'do','sign','{"organisation": "S\u00f8r", "decision": "B1", "agrees": "no"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(14,'mark','snapshot','{"name": "F\u00f8r m\u00f8tet"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(15,'do','add-note','{"kind": "note", "text": "Angres"}','Leder','facilitator','2026-11-22T17:41:30+00:00',NULL);
INSERT INTO "command" VALUES(16,'undo','add-note','{"kind": "note", "text": "Angres"}','Leder','facilitator','2026-11-22T17:41:30+00:00',15);
CREATE TABLE confirmation (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	service VARCHAR(64) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	steps JSON NOT NULL, 
	CONSTRAINT pk_confirmation PRIMARY KEY (id), 
	CONSTRAINT fk_confirmation_service_service FOREIGN KEY(service) REFERENCES service (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "confirmation" VALUES('5-1',5,'2-1','alone','[{"organisation": "Nord", "variant": "", "process": "nord", "step": "motta_soknad", "label": "Motta s\u00f8knad", "before": [], "after": ["Kontrollere vedlegg"]}]');
CREATE TABLE content (
	hash VARCHAR(64) NOT NULL, 
	data BLOB NOT NULL, 
	CONSTRAINT pk_content PRIMARY KEY (hash)
);
INSERT INTO "content" VALUES('7aa8d6d3817b6d73f7a22d3a2ef6287902933a82d0bed015c2f016af06b93272',X'789C33D453084ECC2E4E4ACD48CC4BC9492DB252F0CD2F294954283EBC233B2F3185CB0843DE3B3FAFA4283F07C84E55284B058AA5A77319EB29F8A4A68064DD124B4AC0E22589D95C001B5520DA');
INSERT INTO "content" VALUES('4f3f196a7bc9e4c2afcc46ed35b8252719e447e792666e40990bea8135cc3b1f',X'789C33D453084E2D2ACB4C4E2DC92F4AB752F0CD2F294954283EBC233B2F3185CB08289B985D9C949A91989792935A64A5E096585292AA50969A529298CD65ACA7E058949D599608940033528B52158A13B353F3B8006D5C1EF0');
INSERT INTO "content" VALUES('b29cc353fa183a0b544052d78cd1b6777c9257a242f359f72e50b0a34f43a4ba',X'789C9553CB6E833010BCF31596CF95AA5E7B4F2F7D5C7AAC10DAE20D45101BD9DB545194FFEABD3F562F101C538726071EDA59666677CC3E13B2B3A6DC4027EF85DC1885EDED9DBC19CBE81C3A0FBC6542ECFD2564ADB84F1BABB8C917346C70562AC17257FF41AA4148632BD0B503AA8D66EC8531860E03430B7AD21D95276DC60A078D7BC70FD0AA453BB206A9D734EA870BA4BEE0082C1D611E9E080A671A0D2A541BA3C99AD61361B1454F585572C0F2FE31384E796C5125BC3DC5D5B9A73510F542044D30815AC5A27CCFC700228AD84734A1A45D875375B5451DA0A6D6FD07D857CF0F96DAD134DA3383C2FD7C47E8911A4AAAB735ED16D853BB9E8B3C861E01FE21E68D57E8A5963D093D302866E015E49CD97CF3BEF6FFDE4FB25DB7E66B31DB824C91CCC4994F5B62E20C80AD90FE447959E2ACB69451104D7A0ADA677FAA4B8F053B49A6172C2C190D4E2292CB4E0A6B9F861B24938E82D6F4170F1167FD4B9E1DB25F87537D5D');
CREATE TABLE decision (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	service VARCHAR(64) NOT NULL, 
	place INTEGER NOT NULL, 
	decision JSON NOT NULL, 
	CONSTRAINT pk_decision PRIMARY KEY (id), 
	CONSTRAINT fk_decision_service_service FOREIGN KEY(service) REFERENCES service (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_decision_service UNIQUE (service, place)
);
INSERT INTO "decision" VALUES('6-1',6,'2-1',1,'{"id": "B1", "about": {"steps": [{"organisation": "Nord", "variant": "", "process": "nord", "step": "motta_soknad", "label": "Motta s\u00f8knad", "before": [], "after": ["Kontrollere vedlegg"]}], "order": null, "presence": null, "within": null, "repeat": null, "names": null, "attached": null}, "choice": "keep", "from": "", "text": "", "where": [], "condition": "", "to": null, "reason": "Loven krever det", "cause": "", "by": "Leder", "agreed": [], "dissent": [], "state": "proposed", "at": "", "replaces": ""}');
CREATE TABLE draft (
	person VARCHAR(64) NOT NULL, 
	form VARCHAR(64) NOT NULL, 
	field VARCHAR(64) NOT NULL, 
	place INTEGER NOT NULL, 
	"before" VARCHAR(64) NOT NULL, 
	text TEXT NOT NULL, 
	data BLOB, 
	CONSTRAINT pk_draft PRIMARY KEY (person, form, field)
);
INSERT INTO "draft" VALUES('27eb451bd4f806740b32c2b5684722513b1506b7','2e5b231f9b3c3c242a460d984c1f99597897c902','313c52b0c0ea26cccd1fb0a5dd9dc3eb60f3b9bf',1,'3ab190cc1597fea331cfd483f5b21b79a3d9cd05','Ikke sagt',NULL);
INSERT INTO "draft" VALUES('27eb451bd4f806740b32c2b5684722513b1506b7','2e5b231f9b3c3c242a460d984c1f99597897c902','4a21b8de66c27a044cf778f32c4be0bb9c121b3a',2,'3ab190cc1597fea331cfd483f5b21b79a3d9cd05','ny.txt',X'789C33D453084ECC2E4E4ACD48CC4BC9492DB252F0CD2F294954283EBC233B2F3185CB0843DE3B3FAFA4283F07C84E55284B058AA5A77319EB29F8A4A68064DD124B4AC0E22589D95C001B5520DA');
CREATE TABLE note (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	service VARCHAR(64) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	text TEXT NOT NULL, 
	steps JSON NOT NULL, 
	organisation VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_note PRIMARY KEY (id), 
	CONSTRAINT fk_note_service_service FOREIGN KEY(service) REFERENCES service (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "note" VALUES('8-1',8,'2-1','problem','Mangler ofte tegninger','[{"organisation": "Nord", "variant": "", "process": "nord", "step": "motta_soknad", "label": "Motta s\u00f8knad", "before": [], "after": ["Kontrollere vedlegg"]}]','');
CREATE TABLE organisation (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	letter TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	is_reference BOOLEAN NOT NULL, 
	CONSTRAINT pk_organisation PRIMARY KEY (id), 
	CONSTRAINT uq_organisation_name UNIQUE (name)
);
INSERT INTO "organisation" VALUES('2-2',4,'Nord','N',1,0);
INSERT INTO "organisation" VALUES('2-4',2,'Sør','',2,0);
CREATE TABLE process (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	service VARCHAR(64) NOT NULL, 
	organisation VARCHAR(64) NOT NULL, 
	variant TEXT NOT NULL, 
	source_name TEXT NOT NULL, 
	source VARCHAR(64) NOT NULL, 
	element TEXT NOT NULL, 
	edited VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_process PRIMARY KEY (id), 
	CONSTRAINT fk_process_service_service FOREIGN KEY(service) REFERENCES service (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_process_organisation_organisation FOREIGN KEY(organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_process_source_content FOREIGN KEY(source) REFERENCES content (hash) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_process_service UNIQUE (service, organisation, variant)
);
INSERT INTO "process" VALUES('2-3',11,'2-1','2-2','','nord.txt','7aa8d6d3817b6d73f7a22d3a2ef6287902933a82d0bed015c2f016af06b93272','nord','b29cc353fa183a0b544052d78cd1b6777c9257a242f359f72e50b0a34f43a4ba');
INSERT INTO "process" VALUES('2-5',2,'2-1','2-4','','sor.txt','4f3f196a7bc9e4c2afcc46ed35b8252719e447e792666e40990bea8135cc3b1f','sor','');
CREATE TABLE scale (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	content JSON NOT NULL, 
	CONSTRAINT pk_scale PRIMARY KEY (id)
);
INSERT INTO "scale" VALUES('9-1',9,'{"id": "likelihood", "name": "", "source": "", "version": "", "levels": [{"value": "1", "name": "Lite sannsynlig", "colour": ""}], "cells": []}');
CREATE TABLE service (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	next_workshop TEXT NOT NULL, 
	gain TEXT NOT NULL, 
	plan_goals TEXT NOT NULL, 
	keep INTEGER, 
	approved BOOLEAN NOT NULL, 
	CONSTRAINT pk_service PRIMARY KEY (id), 
	CONSTRAINT uq_service_name UNIQUE (name)
);
INSERT INTO "service" VALUES('2-1',3,'Søknad','Leder','','2026-11-30','','',1,0);
CREATE TABLE setting (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (id)
);
INSERT INTO "setting" VALUES('name',1,'Ny kommune');
INSERT INTO "setting" VALUES('language',12,'nb');
CREATE TABLE sign_off (
	id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	decision VARCHAR(64) NOT NULL, 
	organisation VARCHAR(64) NOT NULL, 
	agrees BOOLEAN NOT NULL, 
	why TEXT NOT NULL, 
	CONSTRAINT pk_sign_off PRIMARY KEY (id), 
	CONSTRAINT fk_sign_off_decision_decision FOREIGN KEY(decision) REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_sign_off_organisation_organisation FOREIGN KEY(organisation) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_sign_off_decision UNIQUE (decision, organisation)
);
INSERT INTO "sign_off" VALUES('13-1',13,'6-1','2-4',0,'Nei');
CREATE INDEX ix_process_service ON process (service);
CREATE INDEX ix_process_organisation ON process (organisation);
CREATE INDEX ix_confirmation_service ON confirmation (service);
CREATE INDEX ix_decision_service ON decision (service);
CREATE INDEX ix_sign_off_decision ON sign_off (decision);
CREATE INDEX ix_sign_off_organisation ON sign_off (organisation);
CREATE INDEX ix_cause_service ON cause (service);
CREATE INDEX ix_note_service ON note (service);
CREATE INDEX ix_attached_process ON attached (process);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('command',16);
COMMIT;
