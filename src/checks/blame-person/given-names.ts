/**
 * Given names, as they are frequent among the world's engineers. Names that are English words or products as well (Will,
 * Mark, Bill, Grant, Chase, Hope, Drew, Art, Rob, Jack, Max, Ray, Rose, Rust) are left out. Sources: the most frequent
 * names of the US Social Security Administration, Eurostat and the census of India.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `Aaron Abdul Adam Adrian Ahmed Aisha Akira Alan Albert Alejandro Alex Alexander Alexandra Alexei Alice Amanda Amit Amy
  Ana Anand Anders Andre Andrea Andreas Andrei Andrew Andy Angela Anita Anjali Ankit Anna Anne Anthony Antonio Anton Arjun
  Arun Ashley Barbara Ben Benjamin Bernd Boris Brandon Brian Bruno Camille Carla Carlos Carol Caroline Catherine Charles
  Charlotte Chen Chris Christian Christina Christine Christoph Christopher Claire Claudia Craig Cristina Daniel Daniela
  Daniele David Deborah Deepak Denis Dennis Diana Diego Dmitri Dmitry Dominik Donald Donna Dorothy Douglas Edward Elena
  Elizabeth Emily Emma Eric Erik Eva Evelyn Fatima Felix Fernando Florian Francesca Francesco Francis Francois Frank Fred
  Gabriel Gary George Gerald Giovanni Giulia Greg Gregory Guillaume Gustavo Hannah Hans Harold Heather Heidi Helen Henrik
  Henry Hiroshi Ibrahim Igor Ines Ingrid Isabel Ivan Jacob James Jan Jane Janet Jason Javier Jean Jeff Jeffrey Jennifer
  Jens Jeremy Jessica Jim Joachim Joan Joe Joel Johan Johannes John Jonas Jonathan Jordan Jorge Jose Joseph Joshua Juan
  Judith Judy Julia Julian Julie Justin Karen Karl Karthik Katarina Katherine Kathleen Keith Kelly Kenji Kenneth Kevin
  Kimberly Klaus Kumar Larry Lars Laura Lauren Laurent Lena Leo Leonard Linda Lisa Lorenzo Louis Lucas Lucia Luis Lukas
  Magnus Manuel Marc Marco Marcus Margaret Maria Marie Marina Mario Marta Martin Mary Mathieu Matt Matteo Matthew Matthias
  Megan Mehmet Melissa Michael Michel Michelle Miguel Mike Mikhail Mohamed Mohammed Monica Muhammad Nancy Natalia Natasha
  Nathan Neha Nicholas Nicola Nicolas Nikhil Nikita Nina Noah Olga Oliver Olivia Omar Oscar Pablo Paolo Patricia Patrick
  Paul Paula Pavel Pedro Peter Philip Philipp Pierre Pooja Prakash Priya Rachel Rafael Rahul Raj Rajesh Ralph Ramesh Raul
  Rebecca Ricardo Richard Robert Roberto Robin Roger Rohit Roland Ronald Ruth Ryan Samantha Samuel Sandeep Sandra Sanjay
  Sara Sarah Scott Sebastian Sergei Sergey Sergio Sharon Shirley Silvia Simon Sofia Sophie Stefan Stephanie Stephen Steve
  Steven Suresh Susan Sven Svetlana Takashi Tatiana Teresa Theo Theresa Thomas Tim Timothy Tobias Tom Tomas Tommy Tyler
  Ulrich Ursula Valentina Vera Victor Victoria Vijay Vikram Vincent Virginia Vladimir Walter Wei Wolfgang Xavier Yuki Yusuf
  Zachary`.split(/\s+/),
);
