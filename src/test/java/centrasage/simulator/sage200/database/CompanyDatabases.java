package centrasage.simulator.sage200.database;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/**
 * A database for each company, in memory and over TCP on the loopback address, that a read-only login may ask for the table
 * {@code dbo.SYSActiveLock}. There is none until the option {@code database} of the site is on and somebody asks for it.
 */
public final class CompanyDatabases implements AutoCloseable {
    public static final String USER = "sage_reader";
    public static final String PASSWORD = "reader";

    static {
        // Without it the server listens on every address, though it turns away whoever comes from elsewhere.
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    private final Site site;
    private final List<String> names = new ArrayList<>();
    private @Nullable Server server;

    public CompanyDatabases(Site site) {
        this.site = site;
    }

    public void addTo(Router router) {
        router.on("GET", "/control/database", this::show);
    }

    /** {@code {"33": {"url": "jdbc:h2:tcp://...", "user": "...", "password": "..."}, ...}}. */
    private synchronized Response show(Request request) throws SQLException {
        if (!site.options().is("database")) {
            return Response.message(404, "The option 'database' of this site is off.");
        }
        Server running = server == null ? open() : server;
        ObjectNode json = Json.object();
        for (Company company : site.companies()) {
            String database = name(running, company);
            json.set(
                    Integer.toString(company.id()),
                    Json.object()
                            .put(
                                    "url",
                                    "jdbc:h2:tcp://127.0.0.1:" + running.getPort() + "/mem:" + database
                                            + ";MODE=MSSQLServer;SCHEMA=DBO")
                            .put("user", USER)
                            .put("password", PASSWORD));
        }
        return Response.json(json);
    }

    private Server open() throws SQLException {
        Server opened = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
        for (Company company : site.companies()) {
            String database = name(opened, company);
            names.add(database);
            ActiveLocks.serve(database, () -> site.company(company.id()));
            create(database);
        }
        server = opened;
        return opened;
    }

    private static String name(Server of, Company company) {
        return "sage" + of.getPort() + "_" + company.id();
    }

    private static void create(String database) throws SQLException {
        try (Connection owner = DriverManager.getConnection(owner(database), "owner", "owner");
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA dbo");
            statement.execute("CREATE ALIAS active_locks FOR \"" + ActiveLocks.class.getName() + ".rows\"");
            statement.execute("CREATE VIEW dbo.SYSActiveLock AS SELECT * FROM active_locks('" + database + "')");
            statement.execute("CREATE USER " + USER + " PASSWORD '" + PASSWORD + "'");
            statement.execute("GRANT SELECT ON dbo.SYSActiveLock TO " + USER);
        }
    }

    private static String owner(String database) {
        return "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1;MODE=MSSQLServer";
    }

    @Override
    public synchronized void close() {
        Server running = server;
        if (running == null) {
            return;
        }
        names.forEach(ActiveLocks::forget);
        running.stop();
        server = null;
        names.forEach(CompanyDatabases::drop);
    }

    private static void drop(String database) {
        try (Connection owner = DriverManager.getConnection(owner(database), "owner", "owner");
                Statement statement = owner.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + database + " does not end", e);
        }
    }
}
