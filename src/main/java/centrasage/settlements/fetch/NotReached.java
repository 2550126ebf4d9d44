package centrasage.settlements.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a server was not reached, in words: most of these failures have none of their own, or the name of a class. */
final class NotReached {
    private NotReached() {}

    static String why(IOException failure) {
        List<Throwable> causes = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .toList();
        if (isAny(causes, UnknownHostException.class) || isAny(causes, UnresolvedAddressException.class)) {
            return "no server of that name is known";
        }
        if (isAny(causes, CertificateException.class)) {
            return "the certificate of the server is not trusted (" + words(causes) + ")";
        }
        if (isAny(causes, SSLException.class)) {
            return "no secure connection came about (" + words(causes) + ")";
        }
        if (isAny(causes, SocketTimeoutException.class)) {
            return "the server did not answer in time";
        }
        if (isAny(causes, NoRouteToHostException.class)) {
            return "there is no way to the server";
        }
        if (isAny(causes, ConnectException.class)) {
            return "the server refused the connection, or nothing listens there";
        }
        return isAny(causes, FileSystemException.class)
                ? "a file cannot be written here: " + words(causes)
                : words(causes);
    }

    private static boolean isAny(List<Throwable> causes, Class<? extends Throwable> kind) {
        return causes.stream().anyMatch(kind::isInstance);
    }

    /** Of the last cause that has any: those around it quote it with the name of its class. */
    private static String words(List<Throwable> causes) {
        return causes.stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .reduce((first, last) -> last)
                .orElse("the connection broke off");
    }
}
