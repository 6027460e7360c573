package de.amtsfluss.forms.akten;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Says on the page what the server has cut off because it is too large, before any of it was kept. */
@ControllerAdvice(assignableTypes = DokumentCommands.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ZuGrosseDateien {

    private static final String UPLOADS = "/dokumente";

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    String tooLarge(HttpServletRequest request) {
        var path = request.getRequestURI();
        RequestContextUtils.getOutputFlashMap(request)
                .put(
                        "meldung",
                        Meldung.refused("Die Datei wurde nicht angenommen.", List.of("Die Datei ist zu groß.")));
        return "redirect:" + path.substring(0, path.lastIndexOf(UPLOADS));
    }
}
