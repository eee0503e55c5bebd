"""What the tests of pages ask of HTML."""

from bs4 import BeautifulSoup

CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def parsed(html):
    return BeautifulSoup(html, "html.parser")


def words(node):
    """The text of a node, white space evened out."""
    return " ".join(node.get_text(" ").split())


def shape(soup):
    """Every tag with its attributes' names, in order; source excerpts apart, which have as many lines as the source."""
    return [(tag.name, sorted(tag.attrs)) for tag in soup.find_all(True) if not tag.find_parent("pre")]


def is_inert(soup):
    """Whether a page can neither run nor load anything."""
    policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    active = soup.find_all(["script", "link", "iframe", "object", "embed", "base", "form"])
    handlers = [tag for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")]
    sources = [tag[name] for name in ("src", "srcset") for tag in soup.find_all(attrs={name: True})]
    images = all(source.startswith("data:image/svg+xml;base64,") for source in sources)
    return policy["content"] == CSP and not active and not handlers and images
