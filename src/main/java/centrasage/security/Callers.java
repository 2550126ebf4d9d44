package centrasage.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Where a request comes from, as far as it can be known. */
final class Callers {
    private static final int LONGEST = 60;

    private Callers() {}

    /**
     * The caller's address. A caller on this machine is the reverse proxy: the last address that it put into {@code
     * X-Forwarded-For} is the one that it saw itself; what stands before may be made up.
     */
    static String address(HttpServletRequest request) {
        String direct = request.getRemoteAddr();
        String forwarded =
                Optional.ofNullable(request.getHeader("X-Forwarded-For")).orElse("");
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        String address = isThisMachine(direct) && !last.isEmpty() ? withoutPort(last) : direct;
        return address.substring(0, Math.min(address.length(), LONGEST));
    }

    /** IIS adds the port, which differs from one connection to the next. */
    private static String withoutPort(String address) {
        return address.matches("[0-9.]+:[0-9]+|\\[.*\\]:[0-9]+")
                ? address.substring(0, address.lastIndexOf(':'))
                : address;
    }

    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
