package centrasage.console.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lists that are there as CSV too answer so where {@code Accept} wants it first. Each format has a path of its own behind that, because
 * the description of the API fails as a whole where two methods share one.
 */
@Provider
@PreMatching
public class CsvByAccept implements ContainerRequestFilter {
    private static final Pattern LISTS = Pattern.compile(
            "/?(open-items|worklists/[^/]+|cut-off/[^/]+|returns/awaiting-booking-in|stock|catalogue)/?");

    private static final MediaType CSV = new MediaType("text", "csv");

    @Override
    public void filter(ContainerRequestContext request) {
        List<MediaType> wanted = request.getAcceptableMediaTypes();
        boolean isCsv = !wanted.isEmpty()
                && !wanted.get(0).isWildcardType()
                && wanted.get(0).isCompatible(CSV);
        if (isCsv && LISTS.matcher(request.getUriInfo().getPath()).matches()) {
            request.setRequestUri(
                    request.getUriInfo().getRequestUriBuilder().path("csv").build());
        }
    }
}
