package de.amtsfluss.forms.fehler;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Leads to the page for what does not exist, or was erased; a key that could never be one is treated like the first.
 */
@ControllerAdvice(basePackages = "de.amtsfluss.forms")
class PageErrors {

    @ExceptionHandler({NotFoundException.class, MethodArgumentTypeMismatchException.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(GoneException.class)
    void gone(GoneException gone, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_GONE, gone.sentence());
    }
}
