package centrasage.launch.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The JDBC driver of the store, before the server exists: H2's is the server's own, SQL Server's lies in the application. */
public final class StoreDriver {
    private static final String APPLICATION = "/MICRO-INF/deploy/ROOT.war";
    private static final String SQL_SERVER = "WEB-INF/lib/mssql-jdbc";

    private StoreDriver() {}

    /**
     * Empty where it cannot be had: the server will then say itself what it thinks of the database. To be called once the
     * server's boot object exists, which makes the server's class loader that of the thread.
     *
     * @param folder where SQL Server's driver is unpacked
     */
    public static Optional<Driver> of(String url, Optional<Path> folder) {
        try {
            if (!url.startsWith("jdbc:sqlserver:")) {
                return Optional.of(
                        driver("org.h2.Driver", Thread.currentThread().getContextClassLoader()));
            }
            return folder.isEmpty()
                    ? Optional.empty()
                    : Optional.of(driver("com.microsoft.sqlserver.jdbc.SQLServerDriver", application(folder.get())));
        } catch (ReflectiveOperationException | IOException e) {
            return Optional.empty();
        }
    }

    private static Driver driver(String name, ClassLoader loader) throws ReflectiveOperationException {
        return Class.forName(name, true, loader)
                .asSubclass(Driver.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static ClassLoader application(Path folder) throws IOException {
        try (InputStream war = StoreDriver.class.getResourceAsStream(APPLICATION)) {
            if (war == null) {
                throw new IOException("not started from the jar");
            }
            ZipInputStream entries = new ZipInputStream(war);
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith(SQL_SERVER)) {
                    Path jar = folder.resolve("store-driver.jar");
                    Files.copy(entries, jar);
                    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
                }
            }
            throw new IOException("there is no driver");
        }
    }
}
