package io.understudy.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A page or a part of one as a parser sees it: what is not well-formed does not get here. */
record Drawn(Document document) {

    static Drawn of(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return new Drawn(factory.newDocumentBuilder().parse(new InputSource(new StringReader(page))));
    }

    static Drawn of(Html part) throws Exception {
        StringBuilder out = new StringBuilder();
        part.write(out);
        return of(out.toString());
    }

    /** The texts of the nodes on a path. */
    List<String> texts(String path) throws Exception {
        List<String> texts = new ArrayList<>();
        XPathFactory.newInstance()
                .newXPath()
                .evaluateExpression(path, document, XPathNodes.class)
                .forEach(node -> texts.add(node.getTextContent()));
        return texts;
    }

    /** The numbers on a path. */
    List<Double> numbers(String path) throws Exception {
        return texts(path).stream().map(Double::valueOf).toList();
    }
}
