package centrasage.sage200.client.database;

import centrasage.flow.TargetUnavailable;
import java.sql.Driver;

/** What differs between SQL Server, on which Sage runs, and H2, which plays Sage's database where there is no Sage. */
enum Vendor {
    SQL_SERVER("com.microsoft.sqlserver.jdbc.SQLServerDriver", "@@DBTS", 0x1000),
    H2("org.h2.Driver", "DBTS()", 6);

    private final String driver;
    private final String lastVersion;
    private final int snapshot;

    Vendor(String driver, String lastVersion, int snapshot) {
        this.driver = driver;
        this.lastVersion = lastVersion;
        this.snapshot = snapshot;
    }

    static Vendor of(String url) {
        return url.startsWith("jdbc:sqlserver:") ? SQL_SERVER : H2;
    }

    /** The latest row version of the database, as SQL. */
    String lastVersion() {
        return lastVersion;
    }

    /** The isolation level of the driver's own under which a statement reads what was committed when it began, without a lock. */
    int snapshot() {
        return snapshot;
    }

    /** By its name: the drivers that a server has registered for everybody are not those of this application. */
    Driver driver() throws TargetUnavailable {
        try {
            return Class.forName(driver, true, Vendor.class.getClassLoader())
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new TargetUnavailable("the driver " + driver + " is missing", e);
        }
    }
}
