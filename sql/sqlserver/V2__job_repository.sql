-- The job repository of Payara's batch runtime, in our own pool and schema; its columns are those it expects.
-- Made here, with keys and indexes, because the runtime would make CHECKPOINTDATA without any.

CREATE TABLE JB_JOBINSTANCEDATA (
    jobinstanceid BIGINT       NOT NULL IDENTITY(1,1),
    name          VARCHAR(512),
    apptag        VARCHAR(512),
    CONSTRAINT JOBINSTANCE_PK PRIMARY KEY (jobinstanceid)
);
CREATE INDEX JOBINSTANCE_NAME ON JB_JOBINSTANCEDATA (name, jobinstanceid);

CREATE TABLE JB_EXECUTIONINSTANCEDATA (
    jobexecid     BIGINT       NOT NULL IDENTITY(1,1),
    jobinstanceid BIGINT,
    createtime    DATETIME,
    starttime     DATETIME,
    endtime       DATETIME,
    updatetime    DATETIME,
    parameters    VARBINARY(MAX),
    batchstatus   VARCHAR(512),
    exitstatus    VARCHAR(512),
    CONSTRAINT JOBEXEC_PK PRIMARY KEY (jobexecid),
    CONSTRAINT JOBINST_JOBEXEC_FK FOREIGN KEY (jobinstanceid) REFERENCES JB_JOBINSTANCEDATA (jobinstanceid)
);
CREATE INDEX JOBEXEC_INSTANCE ON JB_EXECUTIONINSTANCEDATA (jobinstanceid);
CREATE INDEX JOBEXEC_STATUS ON JB_EXECUTIONINSTANCEDATA (batchstatus);

CREATE TABLE JB_STEPEXECUTIONINSTANCEDATA (
    stepexecid       BIGINT       NOT NULL IDENTITY(1,1),
    jobexecid        BIGINT,
    batchstatus      VARCHAR(512),
    exitstatus       VARCHAR(512),
    stepname         VARCHAR(512),
    readcount        INT,
    writecount       INT,
    commitcount      INT,
    rollbackcount    INT,
    readskipcount    INT,
    processskipcount INT,
    filtercount      INT,
    writeskipcount   INT,
    startTime        DATETIME,
    endTime          DATETIME,
    persistentData   VARBINARY(MAX),
    CONSTRAINT STEPEXEC_PK PRIMARY KEY (stepexecid),
    CONSTRAINT JOBEXEC_STEPEXEC_FK FOREIGN KEY (jobexecid) REFERENCES JB_EXECUTIONINSTANCEDATA (jobexecid)
);
CREATE INDEX STEPEXEC_JOBEXEC ON JB_STEPEXECUTIONINSTANCEDATA (jobexecid);

CREATE TABLE JB_JOBSTATUS (
    id  BIGINT NOT NULL,
    obj VARBINARY(MAX),
    CONSTRAINT JOBSTATUS_PK PRIMARY KEY (id),
    CONSTRAINT JOBSTATUS_JOBINST_FK FOREIGN KEY (id) REFERENCES JB_JOBINSTANCEDATA (jobinstanceid) ON DELETE CASCADE
);

CREATE TABLE JB_STEPSTATUS (
    id  BIGINT NOT NULL,
    obj VARBINARY(MAX),
    CONSTRAINT STEPSTATUS_PK PRIMARY KEY (id),
    CONSTRAINT STEPSTATUS_STEPEXEC_FK FOREIGN KEY (id) REFERENCES JB_STEPEXECUTIONINSTANCEDATA (stepexecid) ON DELETE CASCADE
);

CREATE TABLE JB_CHECKPOINTDATA (
    id  VARCHAR(512) NOT NULL,
    obj VARBINARY(MAX),
    CONSTRAINT CHECKPOINT_PK PRIMARY KEY (id)
);
