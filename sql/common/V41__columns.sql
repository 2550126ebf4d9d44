-- Which columns of a list each person wants to see in the console; id is the list's name and the person's.
CREATE TABLE console_columns (
    id    NVARCHAR(130)  NOT NULL,
    shown NVARCHAR(1000) NOT NULL,
    CONSTRAINT pk_console_columns PRIMARY KEY (id)
);
